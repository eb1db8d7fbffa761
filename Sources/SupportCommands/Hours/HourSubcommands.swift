import ArgumentParser
import SupportModel
import SupportWire

/// `supportc hours`.
struct HoursCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "hours", "Say where the hours of a contract stand.", example: "supportc hours acme")

    @Argument var contract: ContractReference

    @Option(
        "A day of the cycle that is meant: 2026-11-23, yesterday, monday, -2d; today unless said.",
        value: "date", Reading.day)
    var at: DayReference?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> HoursShow { HoursShow(contract: contract, at: at) }

    func show(_ reply: BalanceView, on page: inout Page) {
        let cycle = reply.cycle
        page.line(
            "contract \(reply.contract, .strong): \(reply.title) for \(reply.client), "
                + "cycle \(cycle.cycle), \(cycle.from) to \(cycle.to.advanced(byDays: -1))")
        page.facts([
            "package": BalanceLines.package(reply),
            "extra": "\(reply.extra)",
            "this week": BalanceLines.week(reply),
            "": BalanceLines.weekName(reply),
            "usable": BalanceLines.usable(reply),
            "last week": BalanceLines.lastWeek(reply),
            "suspended": BalanceLines.suspension(reply),
            cycle.closedAt == nil ? "expires" : "expired": BalanceLines.expiry(reply),
            "notices": BalanceLines.notices(reply),
        ])
    }

    /// Each figure in minutes behind its name, as the protocol calls it.
    func identifiers(_ reply: BalanceView) -> [String] {
        let figures: KeyValuePairs<String, Minutes?> = [
            "granted": reply.granted, "grouped": reply.grouped, "used": reply.used,
            "expired": reply.expired, "left": reply.left, "extra": reply.extra,
            "week_limit": reply.weekLimit, "week_drawn": reply.weekDrawn,
            "week_room": reply.weekRoom, "usable": reply.usable,
        ]
        return figures.compactMap { name, figure in figure.map { "\(name) \($0.count)" } }
    }
}

/// `supportc forecast`.
struct ForecastCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "forecast", "Say what becomes of a contract's hours if nothing more is booked.",
        example: "supportc forecast acme --at 2026-12-31")

    @Argument var contract: ContractReference

    @Option(
        "The day at whose beginning it is seen, today or later: 2026-12-31, tomorrow, friday, +2d.",
        value: "date", Reading.comingDay)
    var at: DayReference

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> HoursForecast { HoursForecast(contract: contract, at: at) }

    func show(_ reply: HoursForecast.Reply, on page: inout Page) {
        page.line(
            "contract \(reply.contract, .strong) of \(reply.client) at the beginning of \(reply.at), "
                + "if nothing more is booked: \(reply.standing.rawValue, .strong)")
        if let balance = reply.balance {
            let cycle = balance.cycle
            page.facts([
                "cycle \(cycle.cycle)":
                    "\(balance.title), \(cycle.from) to \(cycle.to.advanced(byDays: -1))",
                "package": BalanceLines.package(balance),
                "usable": BalanceLines.usable(balance),
                "last week": BalanceLines.lastWeek(balance),
                "suspended": BalanceLines.suspension(balance),
                "expires": BalanceLines.expiry(balance),
            ])
        }
        if !reply.cycles.isEmpty {
            page.heading("what expires")
            page.table(ForecastRows.cycles(reply.cycles), none: "")
        }
        if !reply.weeks.isEmpty {
            page.heading("room by week")
            page.table(ForecastRows.weeks(reply.weeks), none: "")
            let cut = ForecastRows.cutWeeks(reply.weeks)
            if !cut.isEmpty {
                page.line(
                    "both lines of \(Words.named(cut)) share one limit: hours used before the "
                        + "boundary leave less after it (R9)")
            }
        }
        page.heading("why")
        page.table(ForecastRows.lines(reply.lines), none: "")
    }
}

/// The tables of a forecast.
enum ForecastRows {
    /// The cycles that close, each with the sum that ends in what expires.
    static func cycles(_ cycles: [CycleView]) -> Table {
        let hasGrouped = cycles.contains { $0.grouped != nil }
        var table = Table(
            "forecast-cycles",
            [.number("CYCLE"), .text("FROM"), .text("TO", goes: 1), .number("GRANTED", goes: 2)]
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
        var table = Table(
            "forecast-weeks",
            [
                .text("WEEK"), .text("FROM"), .number("CYCLE", goes: 1), .number("LIMIT"),
                .number("USED"), .number("ROOM"),
            ])
        for week in weeks {
            table.row(
                "\(Week(containing: week.week))", "\(week.from)", "\(week.cycle)",
                "\(week.limit)", "\(week.drawn)", "\(week.room, .strong)")
        }
        return table
    }

    /// The weeks that a cycle boundary cuts, and which therefore have two lines.
    static func cutWeeks(_ weeks: [WeekRoomView]) -> [Week] {
        zip(weeks, weeks.dropFirst()).filter { $0.week == $1.week }
            .map { Week(containing: $0.0.week) }
    }

    /// What it rests on.
    static func lines(_ lines: [ExplanationLine]) -> Table {
        var table = Table("reasons", [.text("RULE"), .text("WHY", .wrapped(least: 30))])
        for line in lines { table.row("\(line.rule, .strong)", "\(line.text)") }
        return table
    }

    private static func figure(_ minutes: Minutes?) -> StyledText {
        "\(minutes?.description ?? "")"
    }
}
