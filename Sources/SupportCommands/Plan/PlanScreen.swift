import SupportModel
import SupportWire

/// What is said of a plan below its tables.
enum PlanLines {
    /// The remarks of weeks and hours, each with what it is about; warnings stand out.
    static func remarks(
        _ weeks: [PlanWeekView], _ hours: [PlanHoursView], on page: inout Page
    ) {
        let lines =
            weeks.flatMap { week in
                week.remarks.map { line("\(Week(containing: week.week))", $0) }
            }
            + hours.flatMap { pool in
                pool.remarks.map { line("\(name(pool.cycles))", $0) }
            }
        guard !lines.isEmpty else { return }
        page.line()
        lines.forEach { page.line($0) }
    }

    /// Tickets under a heading; nothing where there are none.
    static func works(
        _ works: [PlanWorkView], _ heading: String, isOverdue: Bool = false, on page: inout Page
    ) {
        guard !works.isEmpty else { return }
        page.heading(heading)
        page.table(PlanRows.works(works, isOverdue: isOverdue), none: "")
    }

    /// `no estimate: tickets 4, 5; they are counted nowhere`, as a line of its own.
    static func unknown(_ works: [PlanWorkView], on page: inout Page) {
        guard !works.isEmpty else { return }
        let count = Words.count(works.count, "ticket")
        page.line()
        page.line(
            "\("no estimate", .warning): \(count), counted nowhere: "
                + "\(Words.named(works.map(\.ticket)))")
    }

    /// `cycle 2`, `cycles 2, 3`.
    static func name(_ cycles: [Int]) -> String {
        "\(cycles.count == 1 ? "cycle" : "cycles") \(Words.list(cycles))"
    }

    private static func line(_ name: String, _ remark: PlanRemark) -> StyledText {
        "\(remark.isWarning ? "! " : "  ", .bad)\(name): \(remark.text)"
    }

    /// What stands in the way of a ticket's work.
    static func reason(_ reason: PlanShortfall.Reason) -> String {
        switch reason {
        case .package: "the package is used up by then (R8)"
        case .weeklyLimit: "the weekly limit lets no more through by then (R9)"
        case .service: "the package leaves out its service (R2)"
        case .noWeek: "there is no week in which the contract runs"
        }
    }

    /// A hint, as a person would say it.
    static func option(_ option: PlanOption) -> String {
        switch option {
        case .nextCycle: "go on in the next cycle"
        case .extraHours: "book it as extra hours (time add --extra)"
        case .liftLimit: "have a manager lift the limit (time add --agreed-by)"
        case .groupMonths: "group the month with the next (R11)"
        case .replan: "let less severe tickets give up their weeks (--replan)"
        case .renew: "renew the contract"
        }
    }
}

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
        var table = Table(
            "plan-weeks",
            [
                .text("WEEK"), .text("CYCLE", goes: 2), .number("LIMIT", goes: 3),
                .number("USED", goes: 4), .number("PLANNED"), .number("ROOM"),
                .text("LOAD", goes: 1), .text("TICKETS", .wrapped(least: 16)),
                .text("WARNING", .wrapped(least: 16)),
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
        var table = Table(
            "plan-hours",
            [
                .text("CYCLE"), .number("LEFT"), .number("PLANNED"), .number("USABLE", goes: 2),
                .number("IDLE", goes: 1), .text("EXPIRES"), .text("WARNING", .wrapped(least: 16)),
            ])
        for pool in hours {
            let day = pool.expires.map { "at the end of \($0.advanced(byDays: -1))" }
            let over = pool.over.map { StyledText("passes the package by \($0)", .bad) }
            table.row(
                "\(Words.list(pool.cycles), .strong)", "\(pool.left)", "\(pool.planned)",
                "\(pool.usable)", "\(pool.idle)", "\(day ?? "not while suspended")",
                over ?? "")
        }
        return table
    }

    /// Tickets with what is still to do of each, and of overdue ones what of that is late.
    static func works(_ works: [PlanWorkView], isOverdue: Bool) -> Table {
        var table = Table(
            "plan-tickets",
            [
                .number("TICKET"), .number("LEVEL", goes: 3), .number("ESTIMATE", goes: 2),
                .number("BOOKED", goes: 1), .number("TO DO"),
            ] + (isOverdue ? [.number("OVERDUE")] : [])
                + [
                    .text("WEEK"), .text("DUE", goes: 4), .text("SUBJECT", .cut(least: 20)),
                ])
        for work in works {
            let late: StyledText = "\(work.overdue?.description ?? "?", .warning)"
            table.row(
                of: [
                    "\(work.ticket, .strong)", Words.level(work.level),
                    "\(work.estimate?.description ?? "none")", "\(work.booked)",
                    "\(work.toDo?.description ?? "?")",
                ] + (isOverdue ? [late] : []) + [
                    "\(work.week.map { Week(containing: $0).description } ?? "")",
                    "\(work.due?.description ?? "")", "\(work.subject)",
                ])
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

    /// How many columns an amount takes, rounded up so that a little is not drawn as nothing.
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
        return late.isEmpty ? "" : StyledText("too late for \(Words.named(late))", .warning)
    }
}

/// A suggestion ticket by ticket.
enum SuggestionRows {
    static func table(_ tickets: [SuggestedTicketView]) -> Table {
        var table = Table(
            "suggestion",
            [
                .number("TICKET"), .number("LEVEL", goes: 1), .number("TO DO"),
                .text("SUGGESTED", .wrapped(least: 16)), .text("DUE", goes: 2),
                .text("SUBJECT", .cut(least: 20)),
            ])
        for ticket in tickets {
            let work = ticket.work
            table.row(
                "\(work.ticket, .strong)", Words.level(work.level),
                "\(work.toDo?.description ?? "")", "\(weeks(ticket))",
                "\(work.due?.description ?? "", ticket.late ?? false ? .bad : nil)",
                "\(work.subject)")
        }
        return table
    }

    /// What does not fit before the hours expire, with the reason and the ways out.
    static func shortfalls(
        _ tickets: [SuggestedTicketView], _ hours: [PlanHoursView], on page: inout Page
    ) {
        let short = tickets.filter { $0.shortfall != nil }
        guard !short.isEmpty else { return }
        let end = hours.first?.expires.map { " by the end of \($0.advanced(byDays: -1))" }
        page.heading("does not fit\(end ?? "")")
        for ticket in short {
            guard let shortfall = ticket.shortfall else { continue }
            page.line(
                "  ticket \(ticket.work.ticket, .strong): \(shortfall.minutes, .warning), "
                    + "\(PlanLines.reason(shortfall.reason))")
            if let carried = shortfall.carried {
                page.line("    \(carried) of it goes on in later cycles")
            }
            for option in shortfall.options where option != .nextCycle {
                page.line("    -> \(PlanLines.option(option))")
            }
        }
    }

    /// `2026-W48 10h, 2026-W49 5h`; a week that it had already is marked.
    private static func weeks(_ ticket: SuggestedTicketView) -> String {
        guard !ticket.parts.isEmpty else { return "no week" }
        return weeks(ticket.parts) + (ticket.kept ?? false ? " (kept)" : "")
    }

    /// `2026-W48 10h, 2026-W49 5h`.
    static func weeks(_ parts: [SuggestedPartView]) -> String {
        Words.list(
            parts.map { part in
                let extra = part.extra.map { " (\($0) extra)" } ?? ""
                return "\(Week(containing: part.week)) \(part.minutes)\(extra)"
            })
    }
}
