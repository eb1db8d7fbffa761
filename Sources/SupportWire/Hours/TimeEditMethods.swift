package import SupportModel

/// Corrects a booking: takes it back and books it anew, in one record. What is not named stays as it
/// was.
package struct TimeEdit: Request {
    package static let method = Method<AccountReply<Details>>.write("time.edit", carries: .longText)

    /// The booking to correct.
    package var entry: Identifier<TimeEntry>
    /// Why; it stays with the old entry, and serves for `agreed_by` and `late` too.
    package var reason: String
    /// How long, from 1 minute to 31 days.
    package var minutes: Minutes?
    /// The day of the work; one that is counted is counted from today where the ticket is booked.
    package var on: DayReference?
    /// The kind of work.
    package var service: Name<Service>?
    /// What was done; empty takes it away.
    package var note: String?
    /// Whether what does not fit may be extra hours.
    package var extra: Bool?
    /// The manager who lifts the weekly limit.
    package var agreedBy: Name<Staff>?
    /// Whether the old entry or the new day is known to lie in a closed cycle or month (R10).
    package var late: Bool?
    /// Whether more than 24 hours in one entry are meant.
    package var long: Bool?

    package init(
        entry: Identifier<TimeEntry>, reason: String, minutes: Minutes? = nil,
        on: DayReference? = nil, service: Name<Service>? = nil, note: String? = nil,
        extra: Bool? = nil, agreedBy: Name<Staff>? = nil, late: Bool? = nil, long: Bool? = nil
    ) {
        self.entry = entry
        self.reason = reason
        self.minutes = minutes
        self.on = on
        self.service = service
        self.note = note
        self.extra = extra
        self.agreedBy = agreedBy
        self.late = late
        self.long = long
    }

    /// Both entries, and what changed.
    package struct Details: View {
        /// The entry that was taken back.
        package var voided: EntryView
        /// The one that stands for it.
        package var entry: EntryView
        /// What is another; the order is that of the parameters.
        package var changes: [FieldDifference]
        /// True when nothing was changed.
        package var dryRun: Bool
        /// What it changes for closed cycles, the void first; missing unless it is late (R10).
        package var settlements: [SettlementView]?
        /// What the client's statement for work on demand comes to; missing where a contract pays.
        package var onDemand: OnDemandDueView?

        /// Both entries, from which the changes follow.
        package init(
            voided: EntryView, entry: EntryView, dryRun: Bool,
            settlements: [SettlementView]? = nil, onDemand: OnDemandDueView? = nil
        ) {
            self.voided = voided
            self.entry = entry
            changes = entry.differences(from: voided)
            self.dryRun = dryRun
            self.settlements = settlements
            self.onDemand = onDemand
        }
    }
}

extension EntryView {
    /// In what an entry differs from the one that it corrects, in the order of the parameters
    /// `minutes`, `on`, `service`, `note` and `agreed_by`; work in the form `2h30m`.
    fileprivate func differences(from old: EntryView) -> [FieldDifference] {
        [
            FieldDifference(
                "minutes", from: (old.worked ?? old.minutes).description,
                to: (worked ?? minutes).description),
            FieldDifference("on", from: old.date.description, to: date.description),
            FieldDifference("service", from: old.service.text, to: service.text),
            FieldDifference("note", from: old.note, to: note),
            FieldDifference("agreed_by", from: old.agreedBy?.text, to: agreedBy?.text),
        ].compactMap(\.self)
    }
}
