import SupportJSON
import SupportModel
import SupportWire

/// Answers `desk.verify`.
enum DeskVerifyHandler: ActHandler {
    static func act(_ request: DeskVerify, on ledger: isolated Ledger) throws -> Outcome {
        let log = ledger.log
        return .later(
            { try RawJSON(encoding: try JournalCheck.run(log, since: request.since ?? 0)) },
            after: ledger.state.sequence)
    }
}
