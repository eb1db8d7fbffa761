/// How durations are written and read everywhere: whole numbers with units, the largest unit first
/// and each at most once.
///
/// Work has hours and minutes (`3h30m`, see `Minutes`), settings go from days to milliseconds
/// (`1d12h`, `1m30s`, `500ms`), and how long something has lasted is shown in two units (`3h7m`).
package struct DurationText: Sendable {
    /// A unit by its mark, and its length in the smallest unit.
    private typealias Unit = (mark: String, size: UInt64)

    private let units: [Unit]
    /// The most units that are written; the rest is dropped.
    private let unitsMax: Int
    /// The text of a duration of 0.
    private let zero: String
    /// Whether a number behind a larger unit must be less than that unit.
    private let isCarried: Bool

    /// Hours and minutes of work; counted in minutes.
    static let work = DurationText(
        units: [("h", 60), ("m", 1)], unitsMax: 2, zero: "0m", isCarried: true)

    private static let spans = DurationText(
        units: [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)],
        unitsMax: 5, zero: "0s", isCarried: false)

    private static let lengths = DurationText(
        units: [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)], unitsMax: 2, zero: "0s",
        isCarried: false)

    /// The shortest exact text: `1d12h`, `1m30s`, `500ms`; `0s` for 0 and less.
    package static func text(milliseconds: some BinaryInteger) -> String {
        spans.text(UInt64(clamping: milliseconds))
    }

    /// Reads what `text(milliseconds:)` writes, and each unit up to nine digits long: `90s`. Nil for
    /// anything else.
    package static func milliseconds(_ text: String) -> Int? { spans.count(text) }

    /// How long something has lasted, in two units at most, the rest dropped: `42s`, `12m5s`, `3h7m`,
    /// `2d4h`; `0s` for less than a second.
    package static func length(milliseconds: some BinaryInteger) -> String {
        lengths.text(UInt64(clamping: milliseconds) / 1000)
    }

    /// Roughly how long something has lasted, in one unit, the rest dropped: `42 s`, `12 min`, `47 h`,
    /// `28 d`; hours up to two days, `0 s` for less than a second.
    package static func rough(milliseconds: some BinaryInteger) -> String {
        let seconds = UInt64(clamping: milliseconds) / 1000
        return switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3600: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    /// Roughly how long ago a moment is, or until it comes: `2 h ago`, `in 3 d`; `now` within a
    /// second.
    package static func distance(of instant: Instant, from now: Instant) -> String {
        let past = now.milliseconds(since: instant)
        if past.magnitude < 1000 { return "now" }
        let length = rough(milliseconds: past.magnitude)
        return past > 0 ? "\(length) ago" : "in \(length)"
    }

    /// The text of a count of the smallest unit.
    func text(_ count: UInt64) -> String {
        guard let first = units.firstIndex(where: { count >= $0.size }) else { return zero }
        var rest = count
        var text = ""
        for unit in units[first...].prefix(unitsMax) where rest >= unit.size {
            text += "\(rest / unit.size)\(unit.mark)"
            rest %= unit.size
        }
        return text
    }

    /// The count of the smallest unit that a text represents; nil where it is not a duration. A
    /// number has at most nine digits, so that no sum can overflow.
    func count(_ text: String) -> Int? {
        var (rest, left, larger) = (text[...], units[...], Unit("", .max))
        var sum: UInt64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let mark = rest.dropFirst(digits.count).prefix { $0.isASCII && $0.isLetter }
            guard let number = UInt64(digits: digits, digitsMax: 9),
                let place = left.firstIndex(where: { $0.mark == mark }),
                case let unit = left[place],
                !isCarried || number * unit.size < larger.size
            else { return nil }
            sum += number * unit.size
            larger = unit
            left = left[(place + 1)...]
            rest = rest[mark.endIndex...]
        }
        return text.isEmpty ? nil : Int(exactly: sum)
    }
}
