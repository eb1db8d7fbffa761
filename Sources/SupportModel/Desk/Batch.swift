/// Several commands as one: each is decided as if those before it had been done, and all their
/// events make one record. The first that is refused refuses the whole.
package struct Batch: Command {
    /// What is to be done, in order.
    package var steps: [any Command]

    package init(_ steps: [any Command]) {
        self.steps = steps
    }

    /// The events of all steps in order, or the refusal of the first that has one.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        var draft = RecordDraft(state, context)
        for step in steps { try draft.add(step) }
        return draft.events
    }
}
