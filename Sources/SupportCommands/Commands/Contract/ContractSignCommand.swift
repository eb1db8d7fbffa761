import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract sign`.
struct ContractSignCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign a support package for a client.",
        discussion:
            "Example:\n  supportc contract sign acme --package starter --from 2026-12-01 --months 12 --manager olena"
    )

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Option(help: ArgumentHelp("The package.", valueName: "package"), transform: Reading.name)
    var package: Name<PackageOffer>

    @Option(
        help: ArgumentHelp("The day of the first cycle.", valueName: "date"),
        transform: Reading.date)
    var from: CivilDate

    @Option(
        help: ArgumentHelp("The term; 12 and more give the discount.", valueName: "number"),
        transform: Reading.integer(1...Limits.termMonthsMax))
    var months: Int

    @Option(help: ArgumentHelp("The account manager.", valueName: "staff"), transform: Reading.name)
    var manager: Name<Staff>

    @Option(help: ArgumentHelp("What it is for, where a client has several.", valueName: "text"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            "Hours a month, such as 25 or 7h30m, only where the package leaves them open.",
            valueName: "hours"), transform: Reading.hours)
    var hours: Minutes?

    @Option(
        help: ArgumentHelp(
            "Hours beyond the package: allow (unless said), ask or refuse.", valueName: "policy"),
        completion: .list(Reading.words(of: ExtraPolicy.self)), transform: Reading.word)
    var extra: ExtraPolicy?

    @Option(
        help: ArgumentHelp(
            "The end of the term: manual (unless said) or auto.", valueName: "policy"),
        completion: .list(Reading.words(of: RenewalPolicy.self)), transform: Reading.word)
    var renewal: RenewalPolicy?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ContractSign {
        ContractSign(
            client: client, package: package, from: from, months: months, manager: manager,
            project: project, hours: hours.map(MonthlyHours.init), extra: extra, renewal: renewal,
            dryRun: dryRun ? true : nil)
    }

    func show(_ reply: ContractView, on page: inout Page) {
        let last = reply.end.advanced(byDays: -1)
        let verb = dryRun ? "would be signed" : "signed"
        page.line(
            "contract \(reply.contract, .strong) \(verb) for \(reply.client): \(reply.title), "
                + "\(reply.included) a month, \(reply.start) to \(last)")
        let discount = reply.discountPercent > 0 ? ", less \(reply.discountPercent)%" : ""
        page.line("  \(reply.monthlyFee) a month\(discount); \(reply.extraRate) an extra hour")
        if reply.renewal == .auto { page.line("  renewal \(ContractWords.renewal(reply) ?? "")") }
        if let beside = ContractWords.beside(reply) { page.line(beside) }
        if dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: ContractView) -> [String] {
        dryRun ? [] : [reply.contract.description]
    }
}
