import SupportModel
import SupportWire

/// Answers `log.list`.
enum LogListHandler: ErrandHandler {
    static func begin(
        _ request: LogList, on ledger: isolated Ledger
    ) throws -> @Sendable () throws -> LogList.Reply {
        let limit = try ListLimit(request.limit)
        let scan = LogScan(request: request, limit: limit.count, newest: ledger.state.sequence)
        let log = ledger.log
        return { try scan.run(log) }
    }
}
