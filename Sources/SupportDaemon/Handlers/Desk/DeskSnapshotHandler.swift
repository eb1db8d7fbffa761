import SupportJSON
import SupportModel
import SupportStore
import SupportWire

/// Answers `desk.snapshot`.
enum DeskSnapshotHandler: ActHandler {
    static func act(_ request: DeskSnapshot, on ledger: isolated Ledger) throws -> Outcome {
        let state = ledger.state
        let log = ledger.log
        return .later(
            {
                let text = try StateText.write(state)
                try log.keepSnapshot(text, sequence: state.sequence)
                let reply = DeskSnapshot.Reply(seq: state.sequence, bytes: text.count)
                return try RawJSON(encoding: reply)
            }, after: state.sequence)
    }
}
