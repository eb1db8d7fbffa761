import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract change`.
struct ContractChangeCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "change", "Change a contract: its package, or who and what it is about.",
        example: "supportc contract change acme --package standard --dry-run")

    @Argument var contract: ContractReference

    @Option(
        "The package to take: more hours at once, fewer with the next cycle.", value: "package",
        Reading.name)
    var package: Name<PackageOffer>?

    @Option(
        "Hours a month, such as 25 or 7h30m, only where the package leaves them open.",
        value: "hours", Reading.hours)
    var hours: Minutes?

    @Option("The new account manager.", value: "staff", Reading.name)
    var manager: Name<Staff>?

    @Option("What it is for, where a client has several.", value: "text")
    var project: String?

    @Option(
        "Hours beyond the package: allow, ask or refuse.", value: "policy", oneOf: ExtraPolicy.self)
    var extra: ExtraPolicy?

    @Option("The end of the term: auto or manual.", value: "policy", oneOf: RenewalPolicy.self)
    var renewal: RenewalPolicy?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

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

    func request(_ input: Input) -> ChangeContract {
        ChangeContract(
            contract: contract, package: package, hours: hours,
            manager: manager,
            project: project, extra: extra, renewal: renewal)
    }

    func show(_ reply: ChangeContract.Reply, on page: inout Page) {
        ChangeLines.show(reply, plain: plain, on: &page)
    }

    /// What was asked for besides the package, in words.
    private var plain: [String] {
        [
            manager.map { "manager \($0)" }, project.map { "project \($0)" },
            extra.map { "extra hours \($0.rawValue)" }, renewal.map { "renewal \($0.rawValue)" },
        ].compactMap(\.self)
    }
}

/// `supportc contract renew`.
struct ContractRenewCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "renew", "Prolong a contract by a new term, on today's terms.",
        example: "supportc contract renew acme --months 12 --dry-run")

    @Argument var contract: ContractReference

    @Option(
        "The new term; 12 and more give the discount; as the last unless said.", value: "number",
        Reading.integer(1...Limits.termMonthsMax))
    var months: Int?

    @Option("The package of the new term; as before unless said.", value: "package", Reading.name)
    var package: Name<PackageOffer>?

    @Option(
        "Hours a month, such as 25 or 7h30m, only where the package leaves them open.",
        value: "hours", Reading.hours)
    var hours: Minutes?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) -> RenewContract {
        RenewContract(
            contract: contract, months: months, package: package,
            hours: hours)
    }

    func show(_ reply: RenewContract.Reply, on page: inout Page) {
        let verb = reply.dryRun ? "would be renewed" : "renewed"
        page.line(
            "contract \(reply.contract.contract, .strong) \(verb) for "
                + "\(Words.count(reply.months, "month")): \(reply.terms.title)")
        // A term that begins at once changes what can be used today.
        let hasBegun = reply.contract.cycle?.cycle == reply.cycle
        page.facts([
            "  begins": "with cycle \(reply.cycle)"
                + "\(reply.from.map { ", \($0)" } ?? ", once the contract resumes")",
            "  term": ContractWords.term(reply.contract),
            "  terms": ContractWords.terms(reply.terms),
            "  after": hasBegun ? reply.balance.map(BalanceLines.after) : nil,
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if let beside = ContractWords.beside(reply.contract) { page.line(beside) }
    }
}

/// `supportc contract terminate`.
struct ContractTerminateCommand: EndingCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminate",
        abstract: "End a contract before its term is over, and list what is owed.",
        discussion: """
            Examples:
              supportc contract terminate acme --reason 'the shop closes' --last-day 2026-11-30 --dry-run
              supportc contract terminate acme --cancel
            """
    )

    @Argument var contract: ContractReference

    @Option("Why; wanted unless --cancel is given.", value: "text")
    var reason: String?

    @Flag(help: "Take a planned termination back before its last day is over.")
    var cancel = false

    @Option("The last day on which it holds; today unless said.", value: "date", Reading.date)
    var lastDay: CivilDate?

    @OptionGroup var confirmation: ConfirmationOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    var act: String { "end contract \(contract) after \(lastDay?.description ?? "today")" }

    static let showsDryRun = true

    func validate() throws {
        if cancel, reason != nil || lastDay != nil {
            throw ValidationError("--cancel takes back what was planned; give it alone")
        }
        if !cancel, reason == nil {
            throw ValidationError(
                "missing --reason <text>; say why, or take a termination back with --cancel")
        }
    }

    func request(_ input: Input) -> TerminateContract {
        TerminateContract(contract: contract, lastDay: lastDay, reason: reason ?? "")
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        guard cancel else { return try askConfirmed(in: invocation) }
        return try invocation.ask(
            KeepContract(contract: contract), options, showsDryRun: Self.showsDryRun,
            show: Self.showKept, identifiers: \.identifiers)
    }

    private static func showKept(_ reply: KeepContract.Reply, on page: inout Page) {
        let contract = reply.contract
        page.line(
            "contract \(contract.contract, .strong) \(reply.dryRun ? "would go" : "goes") on after "
                + "\(reply.was.lastDay), the end that was planned: \(reply.was.reason)")
        page.facts([
            "  term": ContractWords.term(contract),
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if let beside = ContractWords.beside(contract) { page.line(beside) }
    }

    func show(_ reply: TerminateContract.Reply, on page: inout Page) {
        let contract = reply.contract
        let last = contract.termination?.lastDay ?? contract.end.advanced(byDays: -1)
        let what: String =
            ContractWords.isCalledOff(contract)
            ? "\(reply.dryRun ? "would end" : "ends") before its first day, \(contract.start)"
            : "\(reply.dryRun ? "would end" : "ends") after \(last)"
        page.line(
            "contract \(contract.contract, .strong) \(what): "
                + "\(contract.termination?.reason ?? reason ?? "")")
        page.facts([
            "  closes": closes(reply),
            "  expires": reply.owed.flatMap { $0.from < $0.to ? $0 : nil }.map {
                "\($0.expiring, .strong) with cycle \($0.cycle)"
                    + (contract.standing == .ended ? "" : ", unless they are used before")
            },
            "  later": reply.laterCycles > 0
                ? "\(Words.count(reply.laterCycles, "more cycle")) until then, each with its own fee"
                : nil,
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect),
            "  tickets": reply.openTickets.isEmpty ? "none is open" : nil,
        ])
        for group in reply.dissolved ?? [] {
            let verb = reply.dryRun ? "would no longer be" : "are no longer"
            page.line(
                "  \(ContractWords.cycles(group.cycles)) \(verb) grouped (R11; \(group.agreedBy) "
                    + "agreed: \(group.reason))")
            page.line("  what passes the first one's own hours is extra")
        }
        showWhatIsLeft(reply, on: &page)
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }

    /// Which cycle is the last, and when it closes.
    private func closes(_ reply: TerminateContract.Reply) -> StyledText {
        guard let cycle = reply.contract.cycle else { return "nothing: no cycle is open" }
        if let owed = reply.owed, owed.from >= owed.to {
            return "nothing: it is suspended between two cycles"
        }
        let last = cycle.cycle + reply.laterCycles
        return reply.contract.standing == .ended
            ? "cycle \(last), at once" : "cycle \(last), by itself at the end of that day"
    }

    private func showWhatIsLeft(_ reply: TerminateContract.Reply, on page: inout Page) {
        if let owed = reply.owed {
            let last = owed.to.advanced(byDays: -1)
            page.heading(
                owed.from < owed.to
                    ? "owed for cycle \(owed.cycle), \(owed.from) to \(last), as it stands"
                    : "owed for what was booked late or voided, as it stands")
            page.table(OwedRows.table(owed), none: "")
        }
        guard !reply.openTickets.isEmpty else { return }
        page.heading("tickets still open")
        page.table(OwedRows.table(reply.openTickets), none: "")
        if reply.moreTickets { page.remark("\(Words.only(reply.openTickets.count, "ticket"))") }
    }
}
