/// An entry that was booked or voided, with the hours of its contract, or on demand with what it does
/// to the client's statement.
package struct EntryChange: Sendable {
    package let entry: Identifier<TimeEntry>
    package internal(set) var hours: ChangedHours?
    package internal(set) var onDemand: OnDemandChange?
}

/// Books work on a ticket (R2, R8, R9, R10).
package struct AddTime: Command {
    /// The ticket that was worked on; refused once closed.
    package var ticket: Identifier<Ticket>
    /// The duration: 1 minute to `Limits.entryMinutesMax`.
    package var worked: Minutes
    /// The day of the work; nil: today in the contract's zone.
    package var date: CivilDate?
    /// The kind of work; nil: the ticket's.
    package var service: Name<Service>?
    /// A note on the work, for the statement; nil for none.
    package var note: String?
    /// Whether work beyond the package or the week may become extra hours (R8, R9).
    package var extra: Bool
    /// A manager's agreement that lifts the weekly limit (R9).
    package var agreement: Agreement?
    /// The reason for booking after its cycle or month has closed (R10); nil for work of an open one.
    package var late: LateMark?
    /// Whether the caller confirms work longer than `Limits.plainEntryMinutesMax`.
    package var long: Bool
    /// Who did the work.
    package var performer: Performer
    /// The entry that this one stands for after a correction; nil for new work.
    var replaced: TimeEntry?

    package init(
        ticket: Identifier<Ticket>, worked: Minutes, date: CivilDate? = nil,
        service: Name<Service>? = nil, note: String? = nil, extra: Bool = false,
        agreement: Agreement? = nil, late: LateMark? = nil, long: Bool = false,
        performer: Performer = .caller
    ) {
        (self.ticket, self.worked, self.date, self.service) = (ticket, worked, date, service)
        (self.note, self.extra, self.agreement, self.late) = (note, extra, agreement, late)
        (self.long, self.performer) = (long, performer)
    }

    /// The same of the ticket that this one was merged into; a correction stays where the entry is.
    package func following(_ state: State) -> AddTime {
        guard replaced == nil else { return self }
        var command = self
        command.ticket = state.survivor(of: ticket)
        return command
    }

    /// One `TimeAdded`, with the `HoursNotified` that it makes due; throws the rule that refuses
    /// it, with its figures.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<EntryChange>
    {
        try decide(state, context, after: nil)
    }

    /// The same for one of many bookings of a record.
    ///
    /// - Parameter earlier: what the bookings before this one, which `state` contains, have changed of
    ///   the contract's hours; nil for none. The decision's hours contain it. Its coverage is continued
    ///   and not computed anew, and passed on without a copy where the caller keeps none.
    func decide(
        _ state: State, _ context: Context, after earlier: consuming ChangedHours?
    ) throws(Refusal) -> Decision<EntryChange> {
        let ticket = try state.bookableTicket(ticket)
        try checkValues(state, context)
        let agreement = try agreement(state, context)
        let staff = if let replaced { replaced.staff } else { try performer.member(state, context) }
        try state.expectTrustedClock(context.now)
        guard let number = ticket.contract else {
            return try onDemand(ticket, staff, state, context)
        }
        let contract = try state.contract(.number(number), at: context.now)
        let zone = try context.zone(contract.zone)
        let booking = Booking(contract: contract, zone: zone)
        let place = try booking.place(date, late: late, at: context.now)
        var added = event(ticket, state, contract: number, cycle: place.cycle, date: place.date)
        added.late = late
        added.agreement = agreement
        added.staff = staff
        let stamp = state.nextStamp(context)
        let entry = added.entry(stamp)
        let today = zone.date(at: context.now)
        var hours = earlier ?? ChangedHours(of: contract, today: today)
        try booking.check(entry, hours.coverage, isLate: place.isLate, today: today)
        let notices = hours.add(entry, to: contract)
        return Decision(
            EntryChange(entry: entry.number, hours: hours),
            [Event(added)] + notices.map { Event($0) })
    }

    private func checkValues(_ state: State, _ context: Context) throws(Refusal) {
        guard (1...Limits.entryMinutesMax).contains(worked.count) else {
            throw .invalid(.duration, .work(.duration(worked)))
        }
        guard long || worked.count <= Limits.plainEntryMinutesMax else { throw .longEntry(worked) }
        if let service, context.catalogue.service(service) == nil {
            throw .unknown(.service, service.text)
        }
        if let note { _ = try BoundedText.body(note, .note) }
        if let late { _ = try BoundedText.line(late.reason, .reason) }
    }

    /// The agreement with the manager's name. One that a correction keeps was checked when it was
    /// given, and holds for no more work than that, in the same week (R9).
    private func agreement(
        _ state: State, _ context: Context
    ) throws(Refusal) -> Agreement? {
        guard let agreement else { return nil }
        if let replaced, replaced.agreement == agreement, worked <= replaced.actual,
            Week(containing: date ?? replaced.date) == Week(containing: replaced.date)
        {
            return agreement
        }
        return try context.agreed(agreement, in: state)
    }

    func event(
        _ ticket: Ticket, _ state: State, contract: Identifier<Contract>?, cycle: Int?,
        date: CivilDate
    ) -> TimeAdded {
        let rounding = contract.flatMap { state.contracts[$0] }
            .flatMap { $0.terms(whenInCycle: cycle ?? 0).rounding }
        var event = TimeAdded(
            number: Identifier(after: state.lastEntry), ticket: ticket.number, contract: contract,
            cycle: cycle, date: date, actual: worked, billed: rounding?.billed(worked) ?? worked,
            service: service ?? ticket.service, note: note, extraAllowed: extra,
            agreement: agreement, emergency: ticket.level == .emergency, level: ticket.level)
        // A correction is of the same work: by whom it was done, and how severe it was then.
        guard let replaced else { return event }
        event.emergency = replaced.emergency
        event.level = replaced.level
        event.replaces = replaced.number
        event.bookedBy = replaced.bookedBy
        return event
    }
}

extension State {
    /// A ticket that work can be booked on; refused once it is closed or its client archived.
    func bookableTicket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        let ticket = try ticket(number)
        // Work of a merged ticket is corrected as long as the other one is not closed.
        guard tickets[survivor(of: number)]?.state != .closed else {
            throw .ticketState(ticket.number, .closed, .work)
        }
        _ = try currentClient(ticket.client)
        return ticket
    }
}

/// Voids a booking. Its hours return to the open cycle; a booking of a closed cycle or month is
/// credited as an adjustment on the open statement.
package struct VoidTime: Command, Codable {
    /// The booking to void; refused when it is void already.
    package var entry: Identifier<TimeEntry>
    /// The reason in one line; it is kept with the entry.
    package var reason: String
    /// Whether the caller confirms that the entry's cycle or month has closed.
    package var late: Bool?

    package init(entry: Identifier<TimeEntry>, reason: String, late: Bool? = nil) {
        (self.entry, self.reason, self.late) = (entry, reason, late)
    }

    /// One `TimeVoided`; an entry of a closed cycle or month is refused unless the void is marked late
    /// (R10).
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<EntryChange>
    {
        let found = try state.entry(entry)
        try state.expectLive(found)
        try context.expectOwn(found)
        let reason = try BoundedText.line(reason, .reason)
        try state.expectTrustedClock(context.now)
        guard let number = found.contract else {
            return try onDemand(found, reason, state, context)
        }
        let contract = try state.contract(.number(number), at: context.now)
        guard let cycle = found.cycle, !contract.account.holds(found) else {
            guard !isLate else {
                throw .lateness(found.date, whyNotLate(found))
            }
            return try decision(
                TimeVoided(entry: entry, reason: reason), contract, state, context)
        }
        try contract.expectOpenStatement()
        let closed = contract.account.closed(cycle)
        guard isLate else {
            throw .cycleClosed(
                found.date, cycle: cycle,
                end: closed?.end(in: contract.zone)
                    ?? CycleEnd(lastDay: found.date, zone: contract.zone, at: context.now))
        }
        try contract.account.checkAdjustments()
        let credit = contract.credit(for: found, ofCycle: cycle, reason)
        let voided = TimeVoided(entry: entry, reason: reason, credit: credit)
        return try decision(voided, contract, state, context)
    }

    private func decision(
        _ voided: TimeVoided, _ contract: Contract, _ state: State, _ context: Context
    ) throws(Refusal) -> Decision<EntryChange> {
        let (hours, events) = try state.changingHours(
            of: contract, by: [Event(voided)], voided: entry, context)
        return Decision(EntryChange(entry: entry, hours: hours), events)
    }

    private var isLate: Bool { late ?? false }

    /// The reason for which the void of an entry on an open statement is not late.
    private func whyNotLate(_ found: TimeEntry) -> LatenessReason {
        let cycle = found.cycle ?? 0
        return found.late == nil
            ? .openCycle(cycle) : .openStatement(cycle: cycle, entry: entry)
    }

    /// The present version of the entry; nil when the desk has no such entry.
    package func version(in state: State) -> UInt64? { state.entries[entry]?.version }
}

extension HourAccount {
    /// Whether an entry is among those whose coverage can still change.
    package func holds(_ entry: TimeEntry) -> Bool {
        if let open, entry.cycle == open.index { return true }
        return late?.contains { $0.number == entry.number } ?? false
    }
}

extension Contract {
    /// The final split of an entry: among a closed cycle's own entries, or as an adjustment.
    package func frozenSplit(_ entry: TimeEntry) -> EntrySplit? {
        guard let index = entry.cycle else { return nil }
        if entry.late != nil, let found = frozenAdjustment(of: entry.number)?.adjustment {
            return found.split
        }
        return account.closed(index)?.splits.first { $0.entry == entry.number }
    }

    /// The adjustment of a late entry on a closed cycle's statement, and that cycle's index.
    func frozenAdjustment(
        of entry: Identifier<TimeEntry>
    ) -> (cycle: Int, adjustment: Adjustment)? {
        for closed in account.closed {
            let adjustments = closed.statement?.adjustments ?? []
            if let found = adjustments.first(where: { $0.entry == entry && !$0.isVoid }) {
                return (closed.cycle.index, found)
            }
        }
        return nil
    }

    /// The credit for an entry that is voided after its cycle has closed.
    fileprivate func credit(
        for entry: TimeEntry, ofCycle cycle: Int, _ reason: String
    ) -> Adjustment {
        let split = frozenSplit(entry)
        let extra = split?.extra ?? .zero
        let rate = terms(whenInCycle: cycle).extraRate
        let nothing = Money(minorUnits: 0, currency: rate.currency)
        return Adjustment(
            entry: entry.number, isVoid: true, cycle: cycle,
            settledIn: settledIn(cycle), ticket: entry.ticket,
            date: entry.date, service: entry.service, settled: .zero - (split?.drawn ?? .zero),
            extra: .zero - extra, rate: rate, amount: nothing - rate.forWork(extra),
            reason: reason)
    }
}
