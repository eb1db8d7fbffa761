import Logging
import SupportModel
import SupportStore

/// Writes a snapshot each time so many records have come, so that a start stays quick.
struct SnapshotService: DeskService {
    let name = "snapshot"

    func start(_ desk: Desk) async throws -> DeskServiceStop {
        let every = UInt64(max(0, desk.plan.snapshotRecords))
        guard every > 0 else { return {} }
        let (ledger, store, logger) = (desk.ledger, desk.store, desk.logger)
        let writing = Task {
            var last = await ledger.state.sequence
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                let state = await ledger.state
                guard state.sequence >= last + every,
                    UInt64(store.durableSequence) >= state.sequence
                else { continue }
                last = state.sequence
                write(state, store, logger)
            }
        }
        return {
            writing.cancel()
            await writing.value
        }
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
