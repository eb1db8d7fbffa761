package import SupportModel

extension EditTime: Request {
    package static let method = Method<AccountReply<Details>>.write(
        "time.edit", for: .work, carries: .longText)

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
            (self.voided, self.entry) = (voided, entry)
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
