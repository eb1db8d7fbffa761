import ArgumentParser
import SupportModel
import SupportWire

/// `supportc hours`.
struct HoursCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours", abstract: "Say where the hours of a contract stand.",
        discussion: "Example:\n  supportc hours acme")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "A day of the cycle that is meant; today unless said.", valueName: "date"),
        transform: Reading.date)
    var at: CivilDate?

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
            "notices": BalanceLines.told(reply),
        ])
    }

    func identifiers(_ reply: BalanceView) -> [String] { [reply.contract.description] }
}
