import SupportJSON
import SupportModel
import SupportWire

/// Answers `log.list`.
enum LogListHandler: ActHandler {
    static func act(_ request: LogList, on ledger: isolated Ledger) throws -> Outcome {
        let limit = try ListLimit(request.limit)
        let scan = LogScan(request: request, limit: limit.count, newest: ledger.state.sequence)
        let log = ledger.log
        return .later({ try RawJSON(encoding: try scan.run(log)) }, after: ledger.state.sequence)
    }
}
