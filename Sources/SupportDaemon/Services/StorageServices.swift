import Logging
import SupportModel
import SupportStore
import SupportSystem
import Synchronization

/// Writes a snapshot whenever so many records have come since the newest one, in this life of the
/// daemon or before, so that a start stays quick; and one at the end, which also proves that the
/// journal's last records were whole.
struct SnapshotService: DeskService {
    let name = "snapshot"

    func start(_ desk: Desk) async throws -> Stop {
        let every = UInt64(max(0, desk.plan.snapshotRecords))
        let log = desk.log
        // One that the disk did not take is tried again when as many records more have come.
        let tried = Mutex<UInt64>(0)
        let writing = try Beat("snapshots", every: .seconds(1), urgency: .nice(10)) {
            guard every > 0, let state = desk.ask({ $0.state }),
                state.sequence >= max(log.newestSnapshot, tried.withLock { $0 }) + every,
                desk.store.durableSequence >= state.sequence
            else { return }
            tried.withLock { $0 = state.sequence }
            write(state, desk)
        }
        let begun = await desk.ledger.state.sequence
        return {
            writing.stop()
            await writeLast(since: begun, desk)
        }
    }

    /// Keeps the state as it is at the end, if anything has happened.
    private func writeLast(since begun: UInt64, _ desk: Desk) async {
        let state = await desk.ledger.state
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
            // The journal holds everything; the next one may succeed. So a fault's hint, which
            // is for a start that cannot go on, would mislead.
            let cause = (error as? StoreFault)?.sentence ?? "\(error)"
            desk.logger.error("a snapshot could not be written", metadata: ["cause": "\(cause)"])
        }
    }
}

/// Reads the journal's files again after each start and then once a day, so that damage behind a
/// snapshot, which no start reads, is known while there are backups that are older.
///
/// It runs on a thread that gives way to everything else, and sleeps in between.
struct VerificationService: DeskService {
    let name = "verification"

    private static let period = Duration.seconds(86_400)
    /// For how long a stop waits: a thread that gives way may not get the processor for a while, and
    /// it only reads.
    private static let stopMax = Duration.seconds(1)

    /// What the service and its thread tell each other.
    private struct Turn: Sendable {
        var isWanted = true
        var hasEnded = false
    }

    func start(_ desk: Desk) async throws -> Stop {
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
            // The desk is as good without it.
            desk.logger.warning(
                "the journal is not verified in the background", metadata: ["cause": "\(error)"])
            return {}
        }
    }

    /// Checks the files once; what it finds is told where every check tells it.
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
