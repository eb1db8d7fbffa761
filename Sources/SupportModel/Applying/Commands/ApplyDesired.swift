/// Makes the desk what a file says it should be, all of it or nothing.
///
/// Only the difference is done, by the commands that people give one by one and by their rules, in
/// the order staff, clients, contracts. Nothing is removed, archived or ended.
package struct ApplyDesired: Command {
    /// What should be; at most `Limits.desiredCountMax` things.
    package var desired: DesiredDesk

    package init(_ desired: DesiredDesk) {
        self.desired = desired
    }

    /// The events of all that differs, none where all is so already; or `tablesRefused` with every
    /// table that cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let things = desired.things
        guard things.count <= Limits.desiredCountMax else {
            throw .invalid(
                what: "the file",
                why: "has \(things.count) tables, more than "
                    + "\(Limits.desiredCountMax)", wayOut: "apply it in several files")
        }
        var making = DeskMaking(draft: RecordDraft(state, context), context: context)
        making.take(things)
        let draft = making.draft
        guard draft.refused.isEmpty else {
            throw .tablesRefused(
                file: desired.file, draft.refused.sorted { $0.line < $1.line },
                refusedCount: draft.refusedCount, of: things.count)
        }
        return draft.events
    }
}
