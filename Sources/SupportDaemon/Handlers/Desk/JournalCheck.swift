import SupportModel
import SupportStore
import SupportWire

/// Replays the journal and computes every closed cycle again, and sees that every entry stands on
/// exactly one statement (`supportc verify`).
enum JournalCheck {
    /// Reads the records after one, from a kept state at or before it; a damaged file is an error
    /// that names it.
    static func run(_ log: any DurableLog, since: UInt64) throws -> DeskVerify.Reply {
        var state = State()
        var cycles = 0
        var differences: [CycleDifference] = []
        try log.readAll(since: since, from: { state = try StateText.read(Array($0)) }) { text in
            let record = try RecordText.read(text)
            if record.stamp.sequence > since {
                let closings = closings(in: record, after: state)
                cycles += closings.count
                differences += closings.compactMap(\.self)
            }
            state.apply(record)
        }
        return DeskVerify.Reply(
            records: state.sequence - min(since, state.sequence), cycles: cycles,
            differences: differences + state.billingDifferences)
    }

    /// What differs in each cycle that a record closes; nil for one that is as it should be.
    ///
    /// What stands before it in the same record, such as a renewal, came first.
    private static func closings(in record: Record, after state: State) -> [CycleDifference?] {
        guard record.events.contains(where: { $0.body is CycleClosed }) else { return [] }
        var before = state
        var closings: [CycleDifference?] = []
        for event in record.events {
            if let closed = event.body as? CycleClosed {
                closings.append(closed.difference(from: before))
            }
            event.body.apply(to: &before, record.stamp)
        }
        return closings
    }
}
