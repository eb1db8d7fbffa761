import SupportModel
import SupportWire

/// The table of a contract's cycles.
enum CycleRows {
    /// - Parameter restsFrom: the first day of a rest that is yet to come.
    static func table(_ cycles: [CycleView], restsFrom: CivilDate? = nil) -> Table {
        let isGrouped = cycles.contains { $0.grouped != nil }
        let grouped: [Table.Column] = isGrouped ? [.number("GROUPED")] : []
        var table = Table(
            [.number("CYCLE"), .text("FROM"), .text("TO"), .number("GRANTED")] + grouped
                + [.number("USED"), .number("EXPIRED"), .number("EXTRA"), .text("STATE")])
        for cycle in cycles {
            let gift: [StyledText] = isGrouped ? ["\(cycle.grouped?.description ?? "")"] : []
            table.row(
                of: [
                    "\(cycle.cycle, .strong)", "\(cycle.from)",
                    "\(cycle.to.advanced(byDays: -1))", "\(cycle.granted)",
                ] + gift + [
                    "\(cycle.used?.description ?? "")", "\(cycle.expired?.description ?? "")",
                    "\(cycle.extra?.description ?? "")", state(cycle, restsFrom),
                ])
        }
        return table
    }

    /// `closed`, which it did at the end of its last day, or where it stands.
    private static func state(_ cycle: CycleView, _ restsFrom: CivilDate?) -> StyledText {
        guard cycle.closedAt == nil else { return "closed" }
        guard cycle.held ?? false else { return "open" }
        return StyledText(restsFrom.map { "rests from \($0) on" } ?? "rests", .warning)
    }
}
