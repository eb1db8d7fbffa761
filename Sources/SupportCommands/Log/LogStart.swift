import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// Where a log, or a watch, begins.
enum LogStart: Sendable {
    /// After a record.
    case record(UInt64)
    /// At a moment.
    case moment(Instant)
    /// At the midnight of a day in the reader's zone; today is the desk's.
    case day(DayReference)
    /// So many milliseconds ago, by the desk's clock.
    case ago(Int)

    /// Reads `1200`, `2026-11-23`, `yesterday`, `monday`, `2026-11-23T09:00:00Z` or `2h`.
    @Sendable static func read(_ text: String) throws -> LogStart {
        if let sequence = UInt64(text) { return .record(sequence) }
        if let moment = Instant(text) { return .moment(moment) }
        if let span = DurationText.milliseconds(text), span > 0 { return .ago(span) }
        if let day = try? Reading.day(text), !day.isAhead { return .day(day) }
        throw Reading.mistake(
            text, is: "not a beginning of the log",
            "write a record's number, YYYY-MM-DD, yesterday, monday, an instant such as "
                + "2026-11-23T09:00:00Z, or a span such as 2h")
    }

    /// The request for everything from there on.
    func request(
        _ connection: inout DaemonConnection, _ zone: ReaderZone
    ) throws -> LogList {
        switch self {
        case .record(let sequence): return LogList(since: sequence)
        case .moment(let moment): return LogList(from: moment)
        case .ago(let span): return LogList(within: span)
        case .day(let day): return LogList(from: try Self.midnight(of: day, &connection, zone))
        }
    }

    /// The record after which a stream of everything from there on begins.
    func record(
        _ connection: inout DaemonConnection, _ zone: ReaderZone
    ) throws -> UInt64 {
        if case .record(let sequence) = self { return sequence }
        var request = try request(&connection, zone)
        request.limit = 1
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            if let first = reply.records.first?.seq {
                // What cannot be read just before may be later than the moment.
                let gap = reply.unreadable?.last { $0.to + 1 == first }
                return max(gap?.from ?? first, 1) - 1
            }
            guard let next = reply.next, next > request.since ?? 0 else { return answer.seq }
            request.since = next
        }
    }

    private static func midnight(
        of day: DayReference, _ connection: inout DaemonConnection, _ zone: ReaderZone
    ) throws -> Instant? {
        if case .date(let given) = day { return zone.midnight(of: given) }
        let now = try connection.call(ClockShow()).reply.now
        return zone.date(at: now).flatMap { zone.midnight(of: day.day(from: $0)) }
    }
}

extension DayReference {
    /// Whether it is counted ahead from today.
    fileprivate var isAhead: Bool { if case .daysAhead = self { true } else { false } }
}
