import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract group`.
struct ContractGroupCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "group", "Make one pool of the hours of two adjacent cycles, as agreed.",
        example:
            "supportc contract group acme --cycles 2,3 --reason 'the relaunch'")

    @Argument var contract: ContractReference

    @Option("The two cycles, 1 for the contract's first.", value: "a,b", Reading.cycles)
    var cycles: [Int]

    @Option(
        "The account manager who agreed: you unless said; only an operator names another.",
        value: "staff", Reading.name)
    var agreedBy: Name<Staff>?

    @Option("Why.", value: "text")
    var reason: String

    @Option(
        "What one week may use, such as 30h; as before unless said.", value: "hours", Reading.hours
    )
    var weeklyLimit: Minutes?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) -> GroupHours {
        GroupHours(
            contract: contract, cycles: cycles, agreedBy: agreedBy, reason: reason,
            weeklyLimit: weeklyLimit)
    }

    func show(_ reply: GroupHours.Reply, on page: inout Page) {
        let group = reply.group
        page.line(
            "contract \(reply.contract.contract, .strong): \(ContractWords.cycles(group.cycles)) "
                + "\(reply.dryRun ? "would be grouped" : "grouped"), "
                + "agreed by \(group.agreedBy): \(group.reason)")
        page.facts([
            "  expires": reply.expires.map {
                "what is left of both, at the end of \($0.advanced(byDays: -1))"
            },
            "  a week": group.weeklyLimit.map { "at most \($0), as agreed" }
                ?? ContractWords.weeks(of: group, reply.contract),
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }
}

/// `supportc contract ungroup`.
struct ContractUngroupCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "ungroup", "Revoke a grouping while nothing beyond the first cycle's hours is used.",
        example: "supportc contract ungroup acme --reason 'no relaunch'")

    @Argument var contract: ContractReference

    @Option(
        "The two cycles; may be left out where there is one group.", value: "a,b", Reading.cycles)
    var cycles: [Int]?

    @Option("Why.", value: "text")
    var reason: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) -> UngroupHours {
        UngroupHours(
            contract: contract, cycles: cycles, reason: reason)
    }

    func show(_ reply: UngroupHours.Reply, on page: inout Page) {
        let verb = reply.dryRun ? "would no longer be grouped" : "are no longer grouped"
        page.line(
            "contract \(reply.contract.contract, .strong): \(ContractWords.cycles(reply.cycles)) "
                + "\(verb)")
        page.facts([
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }
}
