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

/// Verifies the journal's files after each start and then once a day. A start reads no records older
/// than its snapshot; damage to them must be found while backups from before it exist.
///
/// It runs on a thread of idle priority and sleeps in between.
struct VerificationService: DeskService {
    let name = "verification"

    private static let period = Duration.seconds(86_400)
    /// How long a stop waits for the thread: an idle thread may get no processor time for a while,
    /// and it only reads.
    private static let stopMax = Duration.seconds(1)

    /// The state that the service shares with its thread.
    private struct Turn: Sendable {
        var isWanted = true
        var hasEnded = false
    }

    func start(_ desk: Desk) throws -> Stop {
        let turn = GuardedState(Turn())
        do {
            _ = try WorkerThread(name: "verification", urgency: .idle) {
                while turn.withLock({ $0.isWanted }) {
                    check(desk, turn)
                    _ = turn.wait(atMost: Self.period) { $0.isWanted ? nil : true }
                }
                turn.change { $0.hasEnded = true }
            }
            return {
                turn.change { $0.isWanted = false }
                _ = turn.wait(atMost: Self.stopMax) { $0.hasEnded ? true : nil }
            }
        } catch {
            // The desk does not depend on it.
            desk.logger.warning(
                "the journal is not verified in the background", metadata: ["cause": "\(error)"])
            return {}
        }
    }

    /// Verifies the files once; a fault is reported as by every verification.
    private func check(_ desk: Desk, _ turn: GuardedState<Turn>) {
        let checked = try? desk.log.check { turn.withLock { $0.isWanted } }
        guard let checked else { return }
        desk.logger.info(
            "the journal was verified",
            metadata: [
                "records": "\(checked.lastSequence)", "segments": "\(checked.segments)",
                "snapshots": "\(checked.snapshots.count)",
            ])
    }
}
