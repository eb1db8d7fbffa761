/// A record in the making: commands are decided one after another on a copy of the state, so that
/// each sees what those before it would make happen, and all their events become one record or none.
///
/// For a list of which a person wants to hear every mistake at once, one that is refused is noted
/// and passed over, and the others are decided all the same; in the end the whole list is refused.
package struct RecordDraft {
    /// The desk as it would be after what has been decided so far.
    package private(set) var state: State
    /// All that would happen, in order.
    package private(set) var events: [Event] = []
    /// What was noted as refused, at most `Limits.rowRefusalsMax`.
    package private(set) var refused: [RowRefusal] = []
    /// How many were refused, those counted that were not noted.
    package private(set) var refusedCount = 0
    private let context: Context
    private let stamp: Stamp

    /// A draft on a state; the state itself stays as it is.
    package init(_ state: State, _ context: Context) {
        self.state = state
        self.context = context
        // The record's number is settled: nothing comes between the decision and the record.
        stamp = Stamp(sequence: state.sequence + 1, at: context.now, by: context.by)
    }

    /// Decides one more command and gives its events; refused, it leaves the draft as it was.
    ///
    /// - Parameter mark: may complete an event by what the command does not know.
    @discardableResult
    package mutating func add(
        _ command: some Command, mark: (Event) -> Event = { $0 }
    ) throws(Refusal) -> [Event] {
        let decided = try command.decide(state, context).map(mark)
        for event in decided { event.body.apply(to: &state, stamp) }
        events += decided
        return decided
    }

    /// Notes that one of the list was refused: the record will not come about.
    package mutating func refuse(_ refusal: RowRefusal) {
        refusedCount += 1
        if refused.count < Limits.rowRefusalsMax { refused.append(refusal) }
    }

    /// The events of the whole list, or all that was refused of it.
    package func finished(of count: Int) throws(Refusal) -> [Event] {
        guard refused.isEmpty else {
            throw .rowsRefused(refused, refusedCount: refusedCount, of: count)
        }
        return events
    }
}
