import ArgumentParser
import SupportModel
import SupportWire

/// `supportc contract suspend`.
struct ContractSuspendCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "suspend", "Suspend a contract: no hours are granted and none expire.",
        example: "supportc contract suspend acme --reason 'the shop is rebuilt' --until 2026-12-16")

    @Argument var contract: ContractReference

    @Option("Why.", value: "text")
    var reason: String

    @Option("The first day that is suspended; today unless said.", value: "date", Reading.date)
    var from: CivilDate?

    @Option(
        "The day on which it resumes; when you resume it unless said.", value: "date", Reading.date)
    var until: CivilDate?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) -> SuspendContract {
        SuspendContract(
            contract: contract, from: from, until: until, reason: reason)
    }

    func show(_ reply: SuspendContract.Reply, on page: inout Page) {
        let rest = reply.suspension
        if reply.unchanged ?? false {
            page.outcome(
                "", already: true,
                "contract \(reply.contract.contract, .strong) is suspended from \(rest.from) on"
                    + (rest.to.map { ", until it resumes on \($0)," } ?? ""),
                dropped: rest.reason == reason ? nil : "reason")
            return
        }
        let verb = reply.dryRun ? "would be suspended" : "is suspended"
        page.line(
            "contract \(reply.contract.contract, .strong) \(verb) from \(rest.from) on: "
                + "\(rest.reason)")
        page.facts([
            "  resumes": RestLines.resumes(rest, reply.contract),
            "  cycle": reply.contract.cycle.map { RestLines.cycle($0, rest) },
            "  term": ContractWords.term(reply.contract),
            "  hours": reply.balance.map {
                RestLines.hours($0, isHeld: reply.contract.cycle?.held)
            },
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }
}

/// `supportc contract resume`.
struct ContractResumeCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "resume", "Resume a suspended contract with the days it had left.",
        example: "supportc contract resume acme --on 2026-12-16")

    @Argument var contract: ContractReference

    @Option(
        "The first day on which it holds again; today unless said.", value: "date", Reading.date)
    var on: CivilDate?

    @OptionGroup(title: "General options") var options: ChangeOptions

    static let showsDryRun = true

    func request(_ input: Input) -> ResumeContract {
        ResumeContract(contract: contract, on: on)
    }

    func show(_ reply: ResumeContract.Reply, on page: inout Page) {
        if reply.unchanged ?? false {
            let state = on.map { "resumes on \($0)" } ?? "is active"
            page.outcome(
                "", already: true, "contract \(reply.contract.contract, .strong) \(state)")
            return
        }
        let verb = reply.dryRun ? "would resume" : "resumes"
        page.line(
            "contract \(reply.contract.contract, .strong) \(verb) from \(reply.on) on, "
                + "after \(Words.count(reply.days, "day")) of suspension")
        let cycle = reply.contract.cycle
        page.facts([
            "  cycle": cycle.map {
                "\($0.cycle), from \($0.from), now ends with \($0.to.advanced(byDays: -1))"
            },
            "  term": ContractWords.term(reply.contract),
            "  after": reply.balance.map(BalanceLines.after),
        ])
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }
}

/// What a suspension does to a cycle and its hours, in words.
enum RestLines {
    /// `2026-12-01, after 10 days`; a rest that lasts as long as the contract has no day after it.
    static func resumes(_ rest: SuspensionView, _ contract: ContractView) -> StyledText {
        guard let to = rest.to else {
            return "when you say so: supportc contract resume \(contract.contract)"
        }
        return contract.termination != nil && to >= contract.end
            ? "not before it ends with \(contract.end.advanced(byDays: -1))"
            : "\(to), after \(Words.count(rest.days ?? 0, "day"))"
    }

    /// Where the cycle's end now lies.
    static func cycle(_ cycle: CycleView, _ rest: SuspensionView) -> StyledText {
        let name: StyledText = "\(cycle.cycle), from \(cycle.from)"
        if cycle.held ?? false {
            let left = cycle.to.daysSinceEpoch - rest.from.daysSinceEpoch
            return "\(name), has \(Words.count(left, "day")) left when it resumes"
        }
        let last = cycle.to.advanced(byDays: -1)
        // A suspension from the boundary on lets the cycle end as it would.
        return rest.from < cycle.to
            ? "\(name), now ends with \(last)" : "\(name), ends with \(last) as before"
    }

    /// What becomes of the hours that are left.
    static func hours(_ balance: BalanceView, isHeld: Bool?) -> StyledText {
        if isHeld ?? false { return "\(balance.left, .strong) left, kept until it resumes" }
        guard let expires = balance.expires else { return "\(balance.left, .strong) left" }
        return "\(balance.left, .strong) left, expire at the end of \(expires.advanced(byDays: -1))"
    }
}
