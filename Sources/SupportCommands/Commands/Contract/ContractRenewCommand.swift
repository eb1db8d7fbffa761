import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract renew`.
struct ContractRenewCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew", abstract: "Prolong a contract by a new term, on today's terms.",
        discussion:
            "Example:\n  supportc contract renew acme --months 12 --dry-run")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "The new term; 12 and more give the discount; as the last unless said.",
            valueName: "number"),
        transform: Reading.integer(1...Limits.termMonthsMax))
    var months: Int?

    @Option(
        help: ArgumentHelp(
            "The package of the new term; as before unless said.", valueName: "package"),
        transform: Reading.name)
    var package: Name<PackageOffer>?

    @Option(
        help: ArgumentHelp(
            "Hours a month, such as 25 or 7h30m, only where the package leaves them open.",
            valueName: "hours"), transform: Reading.hours)
    var hours: Minutes?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ContractRenew {
        ContractRenew(
            contract: contract, months: months, package: package,
            hours: hours.map(MonthlyHours.init),
            dryRun: dryRun ? true : nil)
    }

    func show(_ reply: ContractRenew.Reply, on page: inout Page) {
        let verb = reply.dryRun ? "would be renewed" : "renewed"
        page.line(
            "contract \(reply.contract.contract, .strong) \(verb) for "
                + "\(Words.count(reply.months, "month")): \(reply.terms.title)")
        // A term that begins at once changes what can be drawn today.
        let hasBegun = reply.contract.cycle?.cycle == reply.cycle
        page.facts([
            "  begins": "with cycle \(reply.cycle)"
                + "\(reply.from.map { ", \($0)" } ?? ", once the contract goes on")",
            "  term": ContractWords.term(reply.contract),
            "  terms": ContractWords.terms(reply.terms),
            "  after": hasBegun ? reply.balance.map(BalanceLines.after) : nil,
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if let beside = ContractWords.beside(reply.contract) { page.line(beside) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: ContractRenew.Reply) -> [String] {
        [reply.contract.contract.description]
    }
}
