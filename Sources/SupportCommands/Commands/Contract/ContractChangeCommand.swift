import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract change`.
struct ContractChangeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a contract: its package, or who and what it is about.",
        discussion:
            "Example:\n  supportc contract change acme --package standard --dry-run")

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "The package to take: more hours at once, fewer with the next cycle.",
            valueName: "package"), transform: Reading.name)
    var package: Name<PackageOffer>?

    @Option(
        help: ArgumentHelp(
            "Hours a month, such as 25 or 7h30m, only where the package leaves them open.",
            valueName: "hours"), transform: Reading.hours)
    var hours: Minutes?

    @Option(
        help: ArgumentHelp("The new account manager.", valueName: "staff"), transform: Reading.name)
    var manager: Name<Staff>?

    @Option(help: ArgumentHelp("What it is for, where a client has several.", valueName: "text"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            "Hours beyond the package: allow, ask or refuse.", valueName: "policy"),
        completion: .list(Reading.words(of: ExtraPolicy.self)), transform: Reading.word)
    var extra: ExtraPolicy?

    @Option(
        help: ArgumentHelp("The end of the term: auto or manual.", valueName: "policy"),
        completion: .list(Reading.words(of: RenewalPolicy.self)), transform: Reading.word)
    var renewal: RenewalPolicy?

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        let isNothing =
            package == nil && hours == nil && manager == nil && project == nil && extra == nil
            && renewal == nil
        if isNothing {
            throw ValidationError(
                "nothing to change; give --package, --hours, --manager, --project, --extra "
                    + "or --renewal")
        }
    }

    func request(_ input: Input) -> ContractChange {
        ContractChange(
            contract: contract, package: package, hours: hours.map(MonthlyHours.init),
            manager: manager,
            project: project, extra: extra, renewal: renewal, dryRun: dryRun ? true : nil)
    }

    func show(_ reply: ContractChange.Reply, on page: inout Page) {
        ChangeLines.show(reply, plain: plain, on: &page)
    }

    /// What was asked for besides the package, in words.
    private var plain: [String] {
        [
            manager.map { "manager \($0)" }, project.map { "project \($0)" },
            extra.map { "extra hours \($0.rawValue)" }, renewal.map { "renewal \($0.rawValue)" },
        ].compactMap(\.self)
    }

    func identifiers(_ reply: ContractChange.Reply) -> [String] {
        [reply.contract.contract.description]
    }
}
