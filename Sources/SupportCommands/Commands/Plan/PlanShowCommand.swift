import ArgumentParser
import SupportModel
import SupportWire

/// `supportc plan show`.
struct PlanShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a contract's plan against the limit and the package.",
        discussion: "Example:\n  supportc plan show acme --weeks 8")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "How many weeks from this one on; until the hours expire unless said.",
            valueName: "number"),
        transform: Reading.integer(1...Limits.planWeeksMax))
    var weeks: Int?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> PlanShow { PlanShow(contract: contract, weeks: weeks) }

    func show(_ reply: PlanShow.Reply, on page: inout Page) {
        page.line(
            "contract \(reply.contract, .strong): \(reply.title) for \(reply.client), plan from "
                + "\(reply.today) on, \(reply.zone)")
        if let rest = reply.restsFrom {
            page.line("\("suspended", .warning) from \(rest) on; nothing expires until it goes on")
        }
        page.line()
        page.table(PlanRows.weeks(reply.weeks), none: "no weeks to plan")
        page.heading("hours")
        page.table(PlanRows.hours(reply.hours), none: "no hours to plan")
        PlanLines.remarks(reply.weeks, reply.hours, on: &page)
        PlanLines.works(reply.overdue, "overdue: planned for a week that is past", on: &page)
        PlanLines.works(reply.unplanned, "without a week", on: &page)
        PlanLines.works(reply.elsewhere, "planned for other weeks", on: &page)
        PlanLines.unknown(reply.withoutEstimate, on: &page)
        let isOver =
            reply.weeks.contains { $0.over != nil } || reply.hours.contains { $0.over != nil }
        guard isOver || !reply.overdue.isEmpty else { return }
        page.line()
        page.line("supportc plan suggest \(reply.contract) says how it could be spread")
    }

    /// Every planned ticket once, in order of weeks.
    func identifiers(_ reply: PlanShow.Reply) -> [String] {
        reply.weeks.flatMap(\.tickets).map(\.ticket.description)
    }
}
