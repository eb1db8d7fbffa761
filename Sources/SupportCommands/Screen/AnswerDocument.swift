import SupportClient
import SupportJSON
import SupportModel
import SupportWire

/// The JSON documents that `--json` prints: an object whose first member is `"v": 1`.
enum AnswerDocument {
    /// A result as it came, with the version put first.
    static func of(_ result: JSONValue) -> [UInt8] {
        var writer = begin()
        for member in result.members where member.name != "v" {
            writer.name(member.name)
            writer.raw(member.value)
        }
        return end(writer)
    }

    /// Lists, under the names of their members.
    static func of(_ lists: KeyValuePairs<String, [RawJSON]>) -> [UInt8] {
        var writer = begin()
        for (name, list) in lists {
            writer.name(name)
            writer.beginArray()
            for json in list { writer.raw(json) }
            writer.endArray()
        }
        return end(writer)
    }

    /// An error.
    static func of(_ error: WireError) -> [UInt8] {
        var writer = begin()
        writer.member("error", ReplyLine.encoded(error))
        return end(writer)
    }

    /// The same JSON laid out for people where people read it, with its last line's end.
    static func laidOut(_ json: [UInt8], onTerminal: Bool) -> [UInt8] {
        (onTerminal ? JSONLayout.indented(PrintableText.json(json)) : json) + [10]
    }

    private static func begin() -> JSONWriter {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("v", 1)
        return writer
    }

    private static func end(_ writer: consuming JSONWriter) -> [UInt8] {
        writer.endObject()
        return writer.take()
    }
}

/// How the desk's values are drawn on a screen.
enum Words {
    /// `1200.00 EUR`; empty where the reader may not see it.
    static func amount(_ money: Money?) -> String { money?.description ?? "" }

    /// `2026-11-23 19:32 CET`, in the reader's zone.
    static func minute(_ instant: Instant) -> Moment { Moment(instant: instant, form: .minute) }

    /// `2026-11-23 19:32:54 CET`.
    static func second(_ instant: Instant) -> Moment { Moment(instant: instant, form: .second) }

    /// `2 h ago`, `in 3 d`.
    static func distance(_ instant: Instant) -> Moment {
        Moment(instant: instant, form: .distance)
    }

    /// `2026-11-23 19:32 CET (2 h ago)`.
    static func minuteAndDistance(_ instant: Instant) -> Moment {
        Moment(instant: instant, form: .minuteAndDistance)
    }

    /// `2026-11-23 19:32:54 CET (2 h ago)`.
    static func secondAndDistance(_ instant: Instant) -> Moment {
        Moment(instant: instant, form: .secondAndDistance)
    }

    /// The number, in colour where it is urgent.
    static func level(_ level: Level) -> StyledText {
        switch level {
        case .emergency: StyledText("1", .bad)
        case .partialOutage: StyledText("2", .warning)
        case .highPriority, .regular: StyledText("\(level.rawValue)")
        }
    }

    /// The state's word in its colour.
    static func state(_ state: MonitorState) -> StyledText {
        switch state {
        case .up: StyledText(state.rawValue, .good)
        case .down: StyledText(state.rawValue, .bad)
        case .failing, .recovering, .unknown: StyledText(state.rawValue, .warning)
        case .pending, .paused: StyledText(state.rawValue, .faint)
        }
    }

    /// The state's word, faint once nothing is left to do.
    static func state(_ state: TicketState) -> StyledText {
        StyledText(state.rawValue, state.isLive ? nil : .faint)
    }

    /// `on contract 3`, or `on demand`.
    static func payer(_ contract: Identifier<Contract>?) -> String {
        contract.map { "on contract \($0)" } ?? "on demand"
    }

    /// `1 record`, `2 records`.
    static func count(_ number: some BinaryInteger, _ one: String, _ many: String? = nil) -> String
    {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    /// `each entry up to a multiple of 15m`; `none` where every minute counts as it is.
    static func rounding(_ rounding: Rounding?) -> String {
        guard let rounding else { return "none" }
        let step = Minutes(rounding.stepMinutes)
        return switch rounding.mode {
        case .up: "each entry up to a multiple of \(step)"
        case .nearest: "each entry to the nearest multiple of \(step), at least \(step)"
        }
    }

    /// The names with commas between them, all of them.
    static func list(_ parts: [some CustomStringConvertible]) -> String {
        parts.map(\.description).joined(separator: ", ")
    }

    /// The names with commas between them for a sentence, at most ten.
    static func named(_ parts: [some CustomStringConvertible]) -> String {
        SentenceList.text(parts)
    }

    /// That a list goes on, with the way to see more.
    static func more(_ shown: Int, _ one: String, _ many: String? = nil) -> StyledText {
        "\(only(shown, one, many)); see more with --limit, at most \(WireLimits.listCountMax)"
    }

    /// `only 1 ticket is shown`.
    static func only(_ shown: Int, _ one: String, _ many: String? = nil) -> String {
        "only \(count(shown, one, many)) \(shown == 1 ? "is" : "are") shown"
    }
}
