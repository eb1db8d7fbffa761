import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract resume`.
struct ContractResumeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let a suspended contract go on with the days it had left.",
        discussion:
            "Example:\n  supportc contract resume acme --on 2026-12-16")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "The first day on which it holds again; today unless said.", valueName: "date"),
        transform: Reading.date)
    var on: CivilDate?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ContractResume {
        ContractResume(contract: contract, on: on, dryRun: dryRun ? true : nil)
    }

    func show(_ reply: ContractResume.Reply, on page: inout Page) {
        let verb = reply.dryRun ? "would go on" : "goes on"
        page.line(
            "contract \(reply.contract.contract, .strong) \(verb) from \(reply.on) on, "
                + "after \(Words.count(reply.days, "day")) of rest")
        let cycle = reply.contract.cycle
        page.facts([
            "  cycle": cycle.map {
                "\($0.cycle), from \($0.from), now ends with \($0.to.advanced(byDays: -1))"
            },
            "  term": ContractWords.term(reply.contract),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: ContractResume.Reply) -> [String] {
        [reply.contract.contract.description]
    }
}
