import SupportModel
import SupportWire

/// What people are told while the clock is in doubt.
enum DoubtLines {
    /// Three lines: what is wrong, what that means, what to do.
    static func show(_ doubt: ClockDoubtView, on page: inout Page) {
        page.line("\("THE CLOCK IS IN DOUBT", .bad): \(cause(doubt))")
        page.line("  nothing expires and no time is booked until it is set right or confirmed")
        page.line(
            "  `supportc clock confirm` would close \(closing(doubt.cycles, doubt.expiring))")
    }

    /// `12 cycles; 480h expire`.
    static func closing(_ cycles: Int, _ expired: Minutes) -> String {
        "\(Words.count(cycles, "cycle")); \(expired) expire"
    }

    private static func cause(_ doubt: ClockDoubtView) -> String {
        let days = Words.count(doubt.days, "day")
        switch doubt.cause {
        case .setForward:
            return "it was set from \(Words.minute(doubt.since)) to "
                + "\(Words.minute(doubt.jumpedTo)), \(days) forward"
        case .longGap:
            return "it showed \(Words.minute(doubt.jumpedTo)) at the start, \(days) after "
                + "\(Words.minute(doubt.since)), and nothing keeps it right"
        }
    }
}
