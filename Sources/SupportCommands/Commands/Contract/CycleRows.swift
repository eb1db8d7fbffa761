import SupportWire

/// The table of a contract's cycles.
enum CycleRows {
    static func table(_ cycles: [CycleView]) -> Table {
        var table = Table([
            .number("CYCLE"), .text("FROM"), .text("TO"), .number("GRANTED"), .number("USED"),
            .number("EXPIRED"), .number("EXTRA"), .text("CLOSED"),
        ])
        for cycle in cycles {
            table.row(
                "\(cycle.cycle, .strong)", "\(cycle.from)", "\(cycle.to.advanced(byDays: -1))",
                "\(cycle.granted)", "\(cycle.used?.description ?? "")",
                "\(cycle.expired?.description ?? "")", "\(cycle.extra?.description ?? "")",
                "\(cycle.closedAt.map(Words.minute) ?? "open")")
        }
        return table
    }
}
