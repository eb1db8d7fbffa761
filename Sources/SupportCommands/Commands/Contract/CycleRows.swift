import SupportWire

/// The table of a contract's cycles.
enum CycleRows {
    static func table(_ cycles: [CycleView]) -> Table {
        let isGrouped = cycles.contains { $0.grouped != nil }
        let grouped: [Table.Column] = isGrouped ? [.number("GROUPED")] : []
        var table = Table(
            [.number("CYCLE"), .text("FROM"), .text("TO"), .number("GRANTED")] + grouped
                + [.number("USED"), .number("EXPIRED"), .number("EXTRA"), .text("CLOSED")])
        for cycle in cycles {
            let gift: [StyledText] = isGrouped ? ["\(cycle.grouped?.description ?? "")"] : []
            table.row(
                of: [
                    "\(cycle.cycle, .strong)", "\(cycle.from)",
                    "\(cycle.to.advanced(byDays: -1))", "\(cycle.granted)",
                ] + gift + [
                    "\(cycle.used?.description ?? "")", "\(cycle.expired?.description ?? "")",
                    "\(cycle.extra?.description ?? "")", state(cycle),
                ])
        }
        return table
    }

    /// When it closed, or that it has not.
    private static func state(_ cycle: CycleView) -> StyledText {
        if let closed = cycle.closedAt { return "\(Words.minute(closed))" }
        return cycle.held ?? false ? StyledText("rests", .warning) : "open"
    }
}
