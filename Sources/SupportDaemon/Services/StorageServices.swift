import Logging
import SupportModel
import SupportStore
import SupportSystem

/// Writes a snapshot whenever `snapshotRecords` records have followed the newest one, so that a
/// start is quick; and one at the stop, which also verifies the journal's last records.
struct SnapshotService: DeskService {
    let name = "snapshot"

    func start(_ desk: Desk) throws -> Stop {
        let every = UInt64(max(0, desk.plan.snapshotRecords))
        let begun = desk.ask { $0.state.sequence } ?? 0
        let writing = try WorkerThread(name: "snapshots", urgency: .nice(10)) {
            if every > 0 { writeWhenDue(every: every, desk) }
        }
        return {
            desk.snapshots.end()
            writing.join()
            writeLast(since: begun, desk)
        }
    }

    /// Writes one after every `every` records until the end. One that failed is tried again after
    /// as many more records.
    private func writeWhenDue(every: UInt64, _ desk: Desk) {
        var tried: UInt64 = 0
        func due() -> UInt64 { max(desk.log.newestSnapshot, tried) + every }
        while true {
            let wanted = due()
            guard desk.snapshots.wait(for: wanted) else { return }
            // A caller may have requested one since.
            guard due() == wanted else { continue }
            guard let state = desk.ask({ $0.state }), desk.snapshots.wait(for: state.sequence)
            else { return }
            tried = state.sequence
            write(state, desk)
        }
    }

    /// Writes a snapshot of the final state, if anything has changed.
    private func writeLast(since begun: UInt64, _ desk: Desk) {
        guard let state = desk.ask({ $0.state }) else { return }
        desk.committer.close()
        guard state.sequence > begun, desk.store.durableSequence == state.sequence else {
            return
        }
        write(state, desk)
    }

    private func write(_ state: State, _ desk: Desk) {
        do {
            try desk.log.keepSnapshot(try StateText.write(state), sequence: state.sequence)
            desk.logger.info("a snapshot was written", metadata: ["seq": "\(state.sequence)"])
        } catch {
            // The journal contains everything and the next attempt may succeed. The hint of the
            // fault is for a start that fails, and would be wrong here.
            let cause = (error as? StoreFault)?.sentence ?? "\(error)"
            desk.logger.error("a snapshot could not be written", metadata: ["cause": "\(cause)"])
        }
    }
}

/// Wakes a waiting thread when the record that it waits for is durable, and not before.
package final class SnapshotDemand: Sendable {
    private let state: GuardedState<State>

    /// The last durable record, and the one that is waited for.
    private struct State: Sendable {
        var durable: UInt64
        /// The record that is waited for; nil while no thread waits.
        var wanted: UInt64?
        var isOver = false
        /// How often the waiting thread was woken.
        var wakes = 0
    }

    /// - Parameter durable: the last record that is durable.
    package init(durable: UInt64) { state = GuardedState(State(durable: durable)) }

    /// Notes that the journal is durable up to a record; called for every batch.
    package func advance(to sequence: UInt64) {
        let isDue = state.withLock { state in
            state.durable = max(state.durable, sequence)
            return state.wanted.map { $0 <= state.durable } ?? false
        }
        if isDue { state.change { $0.wakes += 1 } }
    }

    /// Waits until a record is durable; false when the waiting was ended. One thread waits at a
    /// time.
    package func wait(for sequence: UInt64) -> Bool {
        state.wait { state -> Bool? in
            let isDue = state.durable >= sequence
            state.wanted = isDue || state.isOver ? nil : sequence
            return state.isOver ? false : isDue ? true : nil
        } ?? false
    }

    /// Ends all waiting.
    package func end() { state.change { $0.isOver = true } }

    /// How often a thread that waited was woken by what became durable.
    package var wakes: Int { state.withLock { $0.wakes } }
}
