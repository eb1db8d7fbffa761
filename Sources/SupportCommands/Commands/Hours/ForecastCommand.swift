import ArgumentParser
import SupportModel
import SupportWire

/// `supportc forecast`.
struct ForecastCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Say what becomes of a contract's hours if nothing more is booked.",
        discussion: "Example:\n  supportc forecast acme --at 2026-12-31")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "The day at whose beginning it is seen, today or later.", valueName: "date"),
        transform: Reading.date)
    var at: CivilDate

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
        }
        page.heading("why")
        page.table(ForecastRows.lines(reply.lines), none: "")
    }

    func identifiers(_ reply: HoursForecast.Reply) -> [String] { [reply.contract.description] }
}
