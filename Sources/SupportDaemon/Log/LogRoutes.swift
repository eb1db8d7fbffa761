import SupportJSON
import SupportModel
import SupportWire

/// The methods of the log.
enum LogRoutes {
    static let all: [Route] = [
        .errand(LogList.self, begin: logList),
        .act(EventsWatch.self, act: eventsWatch),
    ]

    private static func logList(
        _ request: LogList, _ ledger: isolated Ledger
    ) throws -> @Sendable () throws -> LogList.Reply {
        let limit = try ListLimit(request.limit)
        let scan = LogScan(
            request: request, limit: limit.count, filter: LogFilter(request, ledger.state),
            newest: ledger.state.sequence)
        let log = ledger.log
        return { try scan.run(log) }
    }

    private static func eventsWatch(_ request: EventsWatch, _ ledger: isolated Ledger) throws
        -> Outcome
    {
        let newest = ledger.state.sequence
        let since = request.since ?? newest
        guard since <= newest else {
            throw WireError.badParameters(
                EventsWatch.method.name, "since: the log ends at \(newest)")
        }
        return .watch(since: since)
    }
}
