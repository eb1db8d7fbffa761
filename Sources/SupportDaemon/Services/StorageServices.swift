import Logging
import SupportModel
import SupportStore
import SupportSystem
import Synchronization

/// Writes a snapshot whenever `snapshotRecords` records have followed the newest one, so that a
/// start stays quick; and one at the stop, which also proves that the journal's last records were
/// intact.
struct SnapshotService: DeskService {
    let name = "snapshot"

    func start(_ desk: Desk) async throws -> Stop {
        let every = UInt64(max(0, desk.plan.snapshotRecords))
        let log = desk.log
        // After a failure the next attempt follows the same number of records later.
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

    /// Writes a snapshot of the final state, if anything has changed.
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
            // The journal contains everything and the next attempt may succeed. The hint of the
            // fault is meant for a start that fails, and would mislead here.
            let cause = (error as? StoreFault)?.sentence ?? "\(error)"
            desk.logger.error("a snapshot could not be written", metadata: ["cause": "\(cause)"])
        }
    }
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
