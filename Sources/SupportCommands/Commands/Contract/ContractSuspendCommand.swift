import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract suspend`.
struct ContractSuspendCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Let a contract rest: no hours are granted and none expire.",
        discussion:
            "Example:\n  supportc contract suspend acme --reason 'the shop is rebuilt' --until 2026-12-16"
    )

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(
        help: ArgumentHelp(
            "The first day that is suspended; today unless said.", valueName: "date"),
        transform: Reading.date)
    var from: CivilDate?

    @Option(
        help: ArgumentHelp(
            "The day on which it goes on; when it is resumed unless said.", valueName: "date"),
        transform: Reading.date)
    var until: CivilDate?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ContractSuspend {
        ContractSuspend(
            contract: contract, reason: reason, from: from, until: until,
            dryRun: dryRun ? true : nil)
    }

    func show(_ reply: ContractSuspend.Reply, on page: inout Page) {
        let rest = reply.suspension
        let verb = reply.dryRun ? "would rest" : "rests"
        page.line(
            "contract \(reply.contract.contract, .strong) \(verb) from \(rest.from) on: "
                + "\(rest.reason)")
        page.facts([
            "  goes on": RestLines.goesOn(rest, reply.contract),
            "  cycle": reply.contract.cycle.map { RestLines.cycle($0, rest) },
            "  term": ContractWords.term(reply.contract),
            "  hours": reply.balance.map {
                RestLines.hours($0, isHeld: reply.contract.cycle?.held)
            },
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: ContractSuspend.Reply) -> [String] {
        [reply.contract.contract.description]
    }
}
