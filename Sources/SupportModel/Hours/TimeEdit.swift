/// Corrects a booking: voids it and books it anew, in one record. What is not named stays as it was.
package struct EditTime: Command, Codable {
    /// The booking to correct; refused when it is void.
    package var entry: Identifier<TimeEntry>
    /// The reason in one line; it is kept with the old entry, and is that of an agreement and of late
    /// work too.
    package var reason: String
    /// The duration; nil: as before.
    package var minutes: Minutes?
    /// The day of the work, counted from today where the ticket is booked; nil: as before.
    package var on: DayReference?
    /// The kind of work; nil: as before.
    package var service: Name<Service>?
    /// A note on the work; nil: as before, and empty for none.
    package var note: String?
    /// Whether work beyond the package or the week may become extra hours (R8, R9); nil: as before.
    package var extra: Bool?
    /// The manager who lifts the weekly limit (R9); nil: as before.
    package var agreedBy: Name<Staff>?
    /// Whether the caller confirms that the old entry or the new day lies in a closed cycle or month
    /// (R10).
    package var late: Bool?
    /// Whether the caller confirms work longer than `Limits.plainEntryMinutesMax`.
    package var long: Bool?

    /// The two entries.
    package struct Made: Sendable {
        /// The entry that was voided.
        package let voided: Identifier<TimeEntry>
        /// The one that stands for it, with what both do to the account.
        package let booked: EntryChange
    }

    package init(
        entry: Identifier<TimeEntry>, reason: String, minutes: Minutes? = nil,
        on: DayReference? = nil, service: Name<Service>? = nil, note: String? = nil,
        extra: Bool? = nil, agreedBy: Name<Staff>? = nil, late: Bool? = nil, long: Bool? = nil
    ) {
        (self.entry, self.reason, self.minutes, self.on) = (entry, reason, minutes, on)
        (self.service, self.note, self.extra, self.agreedBy) = (service, note, extra, agreedBy)
        (self.late, self.long) = (late, long)
    }

    /// A `TimeVoided` and a `TimeAdded`, with the `HoursNotified` that become due by both together;
    /// refused where the one or the other would be, and where nothing would change.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.entry(entry)
        try state.expectLive(found)
        try context.expectOwn(found)
        let reason = try BoundedText.line(reason, .reason)
        let agreement = try agreedBy.map { (named) throws(Refusal) in
            try context.agreed(Agreement(by: named, reason: reason), in: state)
        }
        let ticket = try state.ticket(found.ticket)
        let today = try state.today(of: ticket, context)
        let date = on?.day(from: today) ?? found.date
        try expectNews(found, date, agreement)
        try state.expectTrustedClock(context.now)
        let isFrozen = !state.isOpen(found)
        let isLateDay = try state.periodOver(date, for: ticket, context) != nil
        let isLate = late ?? false
        // Late where neither is so is refused by the void, in its own words.
        let isLateVoid = isLate && (isFrozen || !isLateDay)
        let voided = try VoidTime(entry: entry, reason: reason, late: isLateVoid)
            .decide(state, context)
        // What the void alone makes due is not recorded: the new entry follows.
        let voiding = voided.events.filter { !($0.body is HoursNotified) }
        var mark: LateMark?
        if isLateDay { mark = isLate ? LateMark(reason: reason) : isFrozen ? nil : found.late }
        let added = try booking(found, date, agreement, mark)
            .decide(state.after(voiding, context), context)
        var booked = added.made
        booked.follow(voided.made)
        return Decision(Made(voided: entry, booked: booked), voiding + added.events)
    }

    private func expectNews(
        _ found: TimeEntry, _ date: CivilDate, _ agreement: Agreement?
    ) throws(Refusal) {
        guard
            minutes != nil || on != nil || service != nil || note != nil || extra != nil
                || agreement != nil
        else { throw .nothingToChange }
        let differences = [
            minutes.map { $0 != found.actual }, date != found.date,
            service.map { $0 != found.service }, note.map { _ in newNote(found) != found.note },
            extra.map { $0 != found.extraAllowed }, agreement.map { $0 != found.agreement },
        ]
        let isNew = differences.contains(true)
        guard isNew else { throw .invalid(.change, .work(.entryUnchanged(entry))) }
    }

    private func newNote(_ found: TimeEntry) -> String? {
        guard let note else { return found.note }
        return note.isEmpty ? nil : note
    }

    private func booking(
        _ found: TimeEntry, _ date: CivilDate, _ agreement: Agreement?, _ mark: LateMark?
    ) -> AddTime {
        var add = AddTime(
            ticket: found.ticket, worked: minutes ?? found.actual, date: date,
            service: service ?? found.service, note: newNote(found),
            extra: extra ?? found.extraAllowed, agreement: agreement ?? found.agreement,
            late: mark, long: long ?? false || minutes == nil)
        add.replaced = found
        return add
    }

    /// The version of the entry as it stands; nil when the desk has no such entry.
    package func version(in state: State) -> UInt64? { state.entries[entry]?.version }
}

extension EntryChange {
    /// The same after a void in the same record.
    fileprivate mutating func follow(_ void: EntryChange) {
        if let after = hours { hours = void.hours?.replaced(by: after) ?? after }
        if let after = onDemand { onDemand = void.onDemand?.followed(by: after) ?? after }
    }
}

extension State {
    /// Refuses an entry that was voided, and names the one that stands for it, if any.
    func expectLive(_ entry: TimeEntry) throws(Refusal) {
        guard let void = entry.void else { return }
        let last = successor(of: entry)
        throw .alreadyVoided(entry.number, void, standing: last.isLive ? last.number : nil)
    }

    /// The last entry that was booked in the place of one, by one correction after another; the entry
    /// itself where it was not corrected.
    func successor(of entry: TimeEntry) -> TimeEntry {
        var last = entry
        while let next = last.replacedBy, next > last.number, let found = entries[next] {
            last = found
        }
        return last
    }

    /// Whether an entry is on a statement that is open.
    fileprivate func isOpen(_ entry: TimeEntry) -> Bool {
        guard let number = entry.contract else {
            let client = tickets[entry.ticket]?.client
            return client.flatMap { onDemand[$0]?.openMonth(holding: entry.number) } != nil
        }
        return contracts[number]?.account.holds(entry) ?? false
    }
}
