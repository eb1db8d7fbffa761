import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract`.
struct ContractCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "contract", "The contracts: support packages signed for clients.",
        [
            ContractSignCommand.self, ContractShowCommand.self, ContractListCommand.self,
            ContractChangeCommand.self, ContractSuspendCommand.self, ContractResumeCommand.self,
            ContractTerminateCommand.self, ContractRenewCommand.self, ContractGroupCommand.self,
            ContractUngroupCommand.self,
        ])
}

/// `supportc contract sign`.
struct ContractSignCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "sign", "Sign a support package for a client.",
        example:
            "supportc contract sign acme --package starter --from 2026-12-01 --months 12 --manager olena"
    )

    @Argument var client: Name<Client>

    @Option("The package.", value: "package", Reading.name)
    var package: Name<PackageOffer>

    @Option("The day of the first cycle.", value: "date", Reading.date)
    var from: CivilDate

    @Option(
        "The term; 12 and more give the discount.", value: "number",
        Reading.integer(1...Limits.termMonthsMax))
    var months: Int

    @Option("The account manager; you unless said.", value: "staff", Reading.name)
    var manager: Name<Staff>?

    @Option("What it is for, where a client has several.", value: "text")
    var project: String?

    @Option(
        "Hours a month, such as 25 or 7h30m, only where the package leaves them open.",
        value: "hours", Reading.hours)
    var hours: Minutes?

    @Option(
        "Hours beyond the package: allow (unless said), ask or refuse.", value: "policy",
        oneOf: ExtraPolicy.self)
    var extra: ExtraPolicy?

    @Option(
        "The end of the term: manual (unless said) or auto.", value: "policy",
        oneOf: RenewalPolicy.self)
    var renewal: RenewalPolicy?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) -> SignContract {
        SignContract(
            client: client, package: package, from: from, months: months, manager: manager,
            project: project, hours: hours, extra: extra, renewal: renewal)
    }

    func show(_ reply: ContractView, on page: inout Page) {
        let last = reply.end.advanced(byDays: -1)
        let verb = options.dryRun ? "would be signed" : "signed"
        page.line(
            "contract \(reply.contract, .strong) \(verb) for \(reply.client): \(reply.title), "
                + "\(reply.included) a month, \(reply.start) to \(last)")
        if let prices = ContractWords.prices(
            reply.monthlyFee, reply.discountPercent, reply.extraRate)
        {
            page.line("  \(prices)")
        }
        if reply.renewal == .auto { page.line("  renewal \(ContractWords.renewal(reply) ?? "")") }
        if let beside = ContractWords.beside(reply) { page.line(beside) }
        guard let closing = reply.closing, !closing.isEmpty else { return }
        let count = Words.count(closing.count, "cycle")
        let over = closing.count == 1 ? "is over and" : "are over and"
        let close = options.dryRun ? "would close" : closing.count == 1 ? "closes" : "close"
        page.line(
            "\("warning", .warning): \(count) \(over) \(close) at once, each with a final "
                + "statement (R10)")
        page.table(CycleRows.table(closing), none: "")
    }

    func identifiers(_ reply: ContractView) -> [String] {
        options.dryRun ? [] : [reply.contract.description]
    }
}

/// `supportc contract show`.
struct ContractShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a contract, its terms and its cycles.",
        example: "supportc contract show acme")

    @Argument var contract: ContractReference

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ContractShow { ContractShow(contract: contract) }

    func show(_ reply: ContractView, on page: inout Page) {
        page.line("contract \(reply.contract, .strong): \(reply.title) for \(reply.client)")
        let discount = reply.discountPercent > 0 ? ", less \(reply.discountPercent)%" : ""
        page.facts([
            "project": "\(reply.project ?? "")",
            "status": ContractWords.standing(reply.standing),
            "term": ContractWords.term(reply),
            "renewal": ContractWords.renewal(reply),
            "ends": reply.termination.map { end in
                "\("after \(end.lastDay)", .warning): \(end.reason) "
                    + "(terminated \(Words.minute(end.at)) by \(end.by))"
            },
            "planned": reply.planned.map { "\(ContractWords.plans($0))" },
            "zone": "\(reply.zone)",
            "manager": "\(reply.manager)",
            "hours": "\(reply.included) a month, at most \(reply.weeklyLimit) a week",
            "fee": reply.monthlyFee.map { "\($0) a month\(discount)" },
            "extra": "\(reply.extra.rawValue)\(reply.extraRate.map { ", \($0) an hour" } ?? "")",
            "emergency": "beyond the weekly limit: \(reply.emergencyBeyondLimit.rawValue)",
            "rounding": "\(Words.rounding(reply.rounding))",
            "services": "\(Words.list(reply.services))",
            "signed": "\(Words.minuteAndDistance(reply.signedAt))",
            "version": "\(reply.version)",
        ])
        if let targets = reply.targets, !targets.isEmpty {
            page.heading("targets")
            page.table(TargetRows.table(targets), none: "")
        }
        ContractParts.show(reply, on: &page)
        let cycles = reply.closedCycles + [reply.cycle].compactMap(\.self)
        guard !cycles.isEmpty else { return }
        page.heading("cycles")
        let rest = reply.standing == .suspended ? nil : reply.suspensions?.last?.from
        page.table(CycleRows.table(cycles, restsFrom: rest), none: "")
    }
}

/// `supportc contract list`.
struct ContractListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List the contracts.", example: "supportc contract list --client acme")

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ContractList { ContractList(client: client) }

    func show(_ reply: ContractList.Reply, on page: inout Page) {
        page.table(ContractRows.table(reply.items), none: "no contracts")
    }
}
