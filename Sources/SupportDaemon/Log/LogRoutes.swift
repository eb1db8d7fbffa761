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
        _ request: LogList, _ ledger: isolated Ledger, _ acting: Acting
    ) throws -> @Sendable () throws -> LogList.Reply {
        let limit = try ListLimit(request.limit)
        let filter = try LogFilter(request, in: ledger.state, at: ledger.clock.now, acting)
        var request = request
        request.from = try start(of: request, at: ledger.clock.now)
        let (state, log, asked) = (ledger.state, ledger.log, request)
        return {
            let scan = LogScan(
                request: asked, limit: limit.count, filter: filter,
                subjects: EventSubjects(state), newest: state.sequence,
                permissions: acting.permissions)
            return try scan.run(log)
        }
    }

    /// The moment from which records are asked for; nil for all.
    private static func start(of request: LogList, at now: Instant) throws -> Instant? {
        guard let within = request.within else { return request.from }
        guard request.from == nil, within >= 0 else {
            throw WireError.badParameters(
                LogList.method.name,
                within < 0 ? "within: expected 0 or more" : "within does not go with from")
        }
        return now.advanced(byMilliseconds: -Int64(clamping: within))
    }

    private static func eventsWatch(
        _ request: EventsWatch, _ ledger: isolated Ledger, _ caller: Caller
    ) throws -> Outcome {
        let newest = ledger.state.sequence
        let since = request.since ?? newest
        guard since <= newest else {
            throw WireError.badParameters(
                EventsWatch.method.name, "since: the log ends at \(newest)")
        }
        let acting = ledger.acting(caller, for: EventsWatch.method.name)
        let filter = try LogFilter(request, in: ledger.state, at: ledger.clock.now, acting)
        return .watch(Watch(since: since, filter))
    }
}
