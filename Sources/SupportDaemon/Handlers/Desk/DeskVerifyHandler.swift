import SupportModel
import SupportWire

/// Answers `desk.verify`.
enum DeskVerifyHandler: ErrandHandler {
    static func begin(
        _ request: DeskVerify, on ledger: isolated Ledger
    ) throws -> @Sendable () throws -> DeskVerify.Reply {
        let log = ledger.log
        return { try JournalCheck.run(log, since: request.since ?? 0) }
    }
}
