import SupportJSON
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

/// Answers `events.watch`.
enum EventsWatchHandler: ActHandler {
    static func act(_ request: EventsWatch, on ledger: isolated Ledger) throws -> Outcome {
        let newest = ledger.state.sequence
        let since = request.since ?? newest
        guard since <= newest else {
            throw WireError.badParameters(
                EventsWatch.method, "since: the log ends at \(newest)")
        }
        return .watch(since: since)
    }
}
