import SupportJSON
import SupportModel
import SupportWire

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
