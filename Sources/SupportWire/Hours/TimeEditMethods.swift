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
    /// The day of the work.
    package var on: CivilDate?
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
        on: CivilDate? = nil, service: Name<Service>? = nil, note: String? = nil,
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
        package var changes: [EntryDifferenceView]
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
            changes = EntryDifferenceView.all(from: voided, to: entry)
            self.dryRun = dryRun
            self.settlements = settlements
            self.onDemand = onDemand
        }
    }
}

/// One member in which a corrected entry differs from the old one.
package struct EntryDifferenceView: View {
    /// The parameter's name: `minutes`, `on`, `service`, `note`, `agreed_by`.
    package var field: String
    /// The old value as a text; missing for nothing.
    package var from: String?
    /// The new one; missing for nothing.
    package var to: String?

    /// What differs between two entries; work in the form `2h30m`.
    static func all(from old: EntryView, to new: EntryView) -> [EntryDifferenceView] {
        let fields: [(String, (EntryView) -> String?)] = [
            ("minutes", { ($0.worked ?? $0.minutes).description }), ("on", { $0.date.description }),
            ("service", { $0.service.text }), ("note", { $0.note }),
            ("agreed_by", { $0.agreedBy?.text }),
        ]
        return fields.compactMap { name, value in
            let (from, to) = (value(old), value(new))
            return from == to ? nil : EntryDifferenceView(field: name, from: from, to: to)
        }
    }
}
