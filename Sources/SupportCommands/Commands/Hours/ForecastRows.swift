import SupportModel
import SupportWire

/// The tables of a forecast.
enum ForecastRows {
    /// The cycles that close, each with the sum that ends in what expires.
    static func cycles(_ cycles: [CycleView]) -> Table {
        let hasGrouped = cycles.contains { $0.grouped != nil }
        var table = Table(
            [.number("CYCLE"), .text("FROM"), .text("TO"), .number("GRANTED")]
                + (hasGrouped ? [.number("GROUPED")] : [])
                + [.number("USED"), .number("EXPIRES"), .number("EXTRA")])
        for cycle in cycles {
            let grouped = hasGrouped ? [figure(cycle.grouped)] : []
            table.row(
                of: [
                    "\(cycle.cycle, .strong)", "\(cycle.from)", "\(cycle.to.advanced(byDays: -1))",
                    "\(cycle.granted)",
                ] + grouped + [
                    figure(cycle.used), "\(cycle.expired ?? .zero, .strong)", figure(cycle.extra),
                ])
        }
        return table
    }

    /// What the weeks let through.
    static func weeks(_ weeks: [WeekRoomView]) -> Table {
        var table = Table([
            .text("WEEK"), .text("FROM"), .number("CYCLE"), .number("LIMIT"), .number("DRAWN"),
            .number("ROOM"),
        ])
        for week in weeks {
            table.row(
                "\(Week(containing: week.week))", "\(week.from)", "\(week.cycle)",
                "\(week.limit)", "\(week.drawn)", "\(week.room, .strong)")
        }
        return table
    }

    /// What it rests on.
    static func lines(_ lines: [ExplanationLine]) -> Table {
        var table = Table([.text("RULE"), .text("WHY")])
        for line in lines { table.row("\(line.rule, .strong)", "\(line.text)") }
        return table
    }

    private static func figure(_ minutes: Minutes?) -> StyledText {
        "\(minutes?.description ?? "")"
    }
}
