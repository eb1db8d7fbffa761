import SupportWire

/// The table of monitors.
enum MonitorRows {
    static func table(_ monitors: [MonitorView]) -> Table {
        var table = Table([
            .text("MONITOR"), .text("STATE"), .text("SINCE"), .text("CLIENT"), .number("LEVEL"),
            .number("TICKET"), .text("CHECK"), .text("DETAIL"),
        ])
        for monitor in monitors {
            table.row(
                "\(monitor.monitor, .strong)", Words.state(monitor.state),
                "\(Words.minute(monitor.since))", "\(monitor.client)", Words.level(monitor.level),
                "\(monitor.ticket?.description ?? "")", "\(CheckLines.short(monitor.check))",
                "\(monitor.lastLook?.detail ?? monitor.detail)")
        }
        return table
    }
}
