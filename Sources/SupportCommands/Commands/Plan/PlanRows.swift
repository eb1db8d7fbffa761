import SupportModel
import SupportWire

/// The tables of a plan.
enum PlanRows {
    /// How many characters a week's limit takes in a bar.
    static let barColumns = 20

    /// `2026-W48, Monday 2026-11-23`.
    static func week(_ monday: CivilDate) -> StyledText {
        "\(Week(containing: monday)), Monday \(monday)"
    }

    /// The weeks, a line each, with a bar for the eye.
    static func weeks(_ weeks: [PlanWeekView]) -> Table {
        var table = Table([
            .text("WEEK"), .text("CYCLE"), .number("LIMIT"), .number("DRAWN"), .number("PLANNED"),
            .number("ROOM"), .text("LOAD"), .text("TICKETS"), .text("WARNING"),
        ])
        for week in weeks {
            table.row(
                "\(Week(containing: week.week), .strong)", "\(Words.list(week.cycles))",
                "\(week.limit)", "\(week.drawn)", "\(week.planned)",
                "\(week.room, week.room == .zero ? .warning : nil)", bar(week),
                "\(Words.list(week.tickets.map(part)))", warning(week))
        }
        return table
    }

    /// The hours of a plan, those that expire first on the first line.
    static func hours(_ hours: [PlanHoursView]) -> Table {
        var table = Table([
            .text("CYCLE"), .number("LEFT"), .number("PLANNED"), .number("USABLE"),
            .number("IDLE"), .text("EXPIRES"), .text("WARNING"),
        ])
        for pool in hours {
            let day = pool.expires.map { "at the end of \($0.advanced(byDays: -1))" }
            let over = pool.over.map { StyledText("passes the package by \($0)", .bad) }
            table.row(
                "\(Words.list(pool.cycles), .strong)", "\(pool.left)", "\(pool.planned)",
                "\(pool.usable)", "\(pool.idle)", "\(day ?? "not while it rests")",
                over ?? "")
        }
        return table
    }

    /// Tickets with what is still to do of each.
    static func works(_ works: [PlanWorkView]) -> Table {
        var table = Table([
            .number("TICKET"), .number("LEVEL"), .number("ESTIMATE"), .number("BOOKED"),
            .number("TO DO"), .text("WEEK"), .text("DUE"), .text("SUBJECT"),
        ])
        for work in works {
            table.row(
                "\(work.ticket, .strong)", Words.level(work.level),
                "\(work.estimate?.description ?? "none")", "\(work.booked)",
                "\(work.toDo?.description ?? "?")",
                "\(work.week.map { Week(containing: $0).description } ?? "")",
                "\(work.due?.description ?? "")", "\(work.subject)")
        }
        return table
    }

    /// `####======..........`: drawn, planned and room; what passes the limit is `!`.
    private static func bar(_ week: PlanWeekView) -> StyledText {
        let drawn = columns(week.drawn, of: week.limit)
        let both = columns(week.drawn + week.planned, of: week.limit)
        let within = min(both, barColumns)
        let over = min(max(0, both - barColumns), barColumns)
        let first = min(drawn, within)
        let rest = String(repeating: ".", count: barColumns - within)
        return StyledText(String(repeating: "#", count: first))
            + StyledText(String(repeating: "=", count: within - first), .good)
            + StyledText(rest, .faint) + StyledText(String(repeating: "!", count: over), .bad)
    }

    /// How many columns an amount takes, rounded up so that nothing looks like none.
    private static func columns(_ amount: Minutes, of limit: Minutes) -> Int {
        guard amount > .zero else { return 0 }
        guard limit > .zero, amount < limit + limit else { return 2 * barColumns }
        return (amount.count * barColumns + limit.count - 1) / limit.count
    }

    /// `12 6h`, `13 ?` without an estimate.
    private static func part(_ part: PlanPartView) -> String {
        let extra = part.extra.map { " (\($0) extra)" } ?? ""
        return "\(part.ticket) \(part.minutes?.description ?? "?")\(extra)"
    }

    private static func warning(_ week: PlanWeekView) -> StyledText {
        if let over = week.over { return StyledText("passes the limit by \(over)", .bad) }
        let late = week.tickets.filter { $0.late ?? false }.map(\.ticket)
        return late.isEmpty ? "" : StyledText("too late for \(Words.list(late))", .warning)
    }
}
