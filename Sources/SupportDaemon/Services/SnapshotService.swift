import Logging
import SupportModel
import SupportStore
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
                UInt64(desk.store.durableSequence) >= state.sequence
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
        guard state.sequence > begun, UInt64(desk.store.durableSequence) == state.sequence else {
            return
        }
        write(state, desk)
    }

    private func write(_ state: State, _ desk: Desk) {
        do {
            try desk.log.keepSnapshot(try StateText.write(state), sequence: state.sequence)
            desk.logger.info("a snapshot was written", metadata: ["seq": "\(state.sequence)"])
        } catch {
            // The journal holds everything; the next one may succeed. So a fault's way out, which
            // is for a start that cannot go on, would mislead.
            let cause = (error as? StoreFault)?.sentence ?? "\(error)"
            desk.logger.error("a snapshot could not be written", metadata: ["cause": "\(cause)"])
        }
    }
}
