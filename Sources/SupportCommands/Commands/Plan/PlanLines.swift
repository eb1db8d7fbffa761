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
    static func works(_ works: [PlanWorkView], _ heading: String, on page: inout Page) {
        guard !works.isEmpty else { return }
        page.heading(heading)
        page.table(PlanRows.works(works), none: "")
    }

    /// `no estimate: tickets 4, 5; they are counted nowhere`, as a line of its own.
    static func unknown(_ works: [PlanWorkView], on page: inout Page) {
        guard !works.isEmpty else { return }
        let count = Words.count(works.count, "ticket")
        page.line()
        page.line(
            "\("no estimate", .warning): \(count), counted nowhere: "
                + "\(Words.list(works.map(\.ticket)))")
    }

    /// `cycle 2`, `cycles 2, 3`.
    static func name(_ cycles: [Int]) -> String {
        "\(cycles.count == 1 ? "cycle" : "cycles") \(Words.list(cycles))"
    }

    private static func line(_ name: String, _ remark: PlanRemarkView) -> StyledText {
        "\(remark.warning ? "! " : "  ", .bad)\(name): \(remark.text)"
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

    /// A way out, as a person would say it.
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
