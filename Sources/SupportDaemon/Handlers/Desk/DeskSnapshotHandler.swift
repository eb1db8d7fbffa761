import SupportJSON
import SupportModel
import SupportStore
import SupportWire

/// Answers `desk.snapshot`.
enum DeskSnapshotHandler: ActHandler {
    static func act(_ request: DeskSnapshot, on ledger: isolated Ledger) throws -> Outcome {
        let state = ledger.state
        let log = ledger.log
        guard state.sequence > 0 else {
            // Nothing has happened yet: there is nothing that a snapshot could shorten.
            return .reply(try RawJSON(encoding: DeskSnapshot.Reply(seq: 0, bytes: 0)), after: 0)
        }
        return .later(
            {
                let text = try StateText.write(state)
                try log.keepSnapshot(text, sequence: state.sequence)
                let reply = DeskSnapshot.Reply(seq: state.sequence, bytes: text.count)
                return try RawJSON(encoding: reply)
            }, after: state.sequence)
    }
}
