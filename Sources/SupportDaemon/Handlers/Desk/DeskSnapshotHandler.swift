import SupportModel
import SupportStore
import SupportWire

/// Answers `desk.snapshot`.
enum DeskSnapshotHandler: ErrandHandler {
    static func begin(
        _ request: DeskSnapshot, on ledger: isolated Ledger
    ) throws -> @Sendable () throws -> DeskSnapshot.Reply {
        let (state, log) = (ledger.state, ledger.log)
        return {
            // Before anything has happened there is nothing that a snapshot could shorten.
            guard state.sequence > 0 else { return DeskSnapshot.Reply(seq: 0, bytes: 0) }
            let text = try StateText.write(state)
            try log.keepSnapshot(text, sequence: state.sequence)
            return DeskSnapshot.Reply(seq: state.sequence, bytes: text.count)
        }
    }
}
