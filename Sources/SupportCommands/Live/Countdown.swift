import SupportModel

/// How long it is until a deadline, to the second, in a form whose width seldom changes.
enum Countdown {
    /// The time under which a deadline is near.
    private static let nearMilliseconds: Int64 = 3_600_000

    /// `2:05:09`, `4 d 07 h` from 100 hours on; `-0:12:33` once it has passed.
    static func text(until deadline: Instant, at now: Instant) -> StyledText {
        let left = deadline.milliseconds(since: now)
        // It has passed at its own moment, and until then a second is left.
        let seconds = left > 0 ? (left + 999) / 1000 : -left / 1000
        let sign = left > 0 ? "" : "-"
        let style: Style? = left <= 0 ? .bad : left < nearMilliseconds ? .warning : nil
        return StyledText(sign + text(seconds: seconds), style)
    }

    private static func text(seconds: Int64) -> String {
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        guard hours < 100 else { return "\(hours / 24) d \(two(hours % 24)) h" }
        return "\(hours):\(two(minutes)):\(two(seconds % 60))"
    }

    private static func two(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
