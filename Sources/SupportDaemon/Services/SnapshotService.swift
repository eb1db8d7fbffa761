import Logging
import SupportModel
import SupportStore
import Synchronization

/// Writes a snapshot each time so many records have come, so that a start stays quick, and one at
/// the end, which also proves that the journal's last records were whole.
struct SnapshotService: DeskService {
    let name = "snapshot"

    func start(_ desk: Desk) async throws -> Stop {
        let every = UInt64(max(0, desk.plan.snapshotRecords))
        let (store, logger) = (desk.store, desk.logger)
        let begun = await desk.ledger.state.sequence
        let last = Mutex(begun)
        let writing = try Beat("snapshots", every: .seconds(1), urgency: .nice(10)) {
            guard every > 0, let state = desk.ask({ $0.state }),
                state.sequence >= last.withLock({ $0 }) + every,
                UInt64(store.durableSequence) >= state.sequence
            else { return }
            last.withLock { $0 = state.sequence }
            write(state, store, logger)
        }
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
        write(state, desk.store, desk.logger)
    }

    private func write(_ state: State, _ store: Store, _ logger: Logger) {
        do {
            let text = try StateText.write(state)
            try store.writeSnapshot(text[...], sequence: Int(state.sequence))
            logger.info("a snapshot was written", metadata: ["seq": "\(state.sequence)"])
        } catch {
            // The journal holds everything; the next one may succeed.
            logger.error("a snapshot could not be written", metadata: ["cause": "\(error)"])
        }
    }
}
