import SupportWire

/// The table of running timers.
enum TimerRows {
    static func table(_ timers: [TimerView]) -> Table {
        var table = Table([
            .text("RUNNING"), .number("TICKET"), .text("CLIENT"), .text("SINCE"), .number("WORK"),
            .text("SERVICE"), .text("NOTE"),
        ])
        for timer in timers {
            table.row(
                "\(timer.by, .strong)", "\(timer.ticket)", "\(timer.client?.text ?? "")",
                "\(Words.minute(timer.startedAt))", "\(timer.minutes)",
                "\(timer.service?.text ?? "")", "\(timer.note ?? "")")
        }
        return table
    }
}
