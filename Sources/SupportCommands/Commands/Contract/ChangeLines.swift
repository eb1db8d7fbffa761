import SupportModel
import SupportWire

/// What a change of a contract came to, in words.
enum ChangeLines {
    /// Everything that changed; `plain` is what was asked for besides the package.
    static func show(_ reply: ContractChange.Reply, plain: [String], on page: inout Page) {
        let contract: StyledText = "contract \(reply.contract.contract, .strong)"
        if !plain.isEmpty {
            let verb = reply.dryRun ? "would be changed" : "changed"
            page.line("\(contract) \(verb): \(Words.list(plain))")
        }
        if let upgrade = reply.upgrade {
            show(upgrade, reply, contract, on: &page)
        } else if let planned = reply.planned {
            show(planned, reply, contract, on: &page)
        } else if let dropped = reply.dropped {
            let verb = reply.dryRun ? "would keep" : "keeps"
            page.line(
                "\(contract) \(verb) \(reply.contract.title): "
                    + "\(ContractWords.plan(dropped)) is dropped")
        }
        for notice in reply.notices ?? [] { page.line(BalanceLines.notice(notice)) }
        if let beside = ContractWords.beside(reply.contract) { page.line(beside) }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    private static func show(
        _ upgrade: UpgradeView, _ reply: ContractChange.Reply, _ contract: StyledText,
        on page: inout Page
    ) {
        let verb = reply.dryRun ? "would be upgraded" : "upgraded"
        page.line(
            "\(contract) \(verb) to \(upgrade.title) on \(upgrade.on): "
                + "\(upgrade.minutes, .strong) granted at once, for \(upgrade.days) of "
                + "\(Words.count(upgrade.daysOfCycle, "day"))")
        let discount = reply.contract.discountPercent
        page.facts([
            "  cost": "\(upgrade.fee) for these days"
                + (discount > 0 ? ", before the discount of \(discount)%" : ""),
            "  terms": ContractWords.terms(reply.contract),
            "  then": reply.planned.map { "\(ContractWords.plan($0)), as agreed before" },
            "  dropped": reply.dropped.map { "\(ContractWords.plan($0))" },
            "  others": EntryLines.others(reply),
            "  statement": EntryLines.statement(reply),
            "  after": reply.balance.map(BalanceLines.after),
        ])
    }

    private static func show(
        _ planned: PlannedView, _ reply: ContractChange.Reply, _ contract: StyledText,
        on page: inout Page
    ) {
        page.line(
            "\(contract) \(reply.dryRun ? "would take" : "takes") \(ContractWords.plan(planned))")
        // Only in a group does the next cycle's package say what can be drawn now.
        let isGrouped = reply.balance?.grouped != nil
        page.facts([
            "  terms": ContractWords.terms(planned),
            "  until then": "\(reply.contract.title), \(reply.contract.included) a month",
            "  dropped": reply.dropped.map { "\(ContractWords.plan($0))" },
            "  after": isGrouped ? reply.balance.map(BalanceLines.after) : nil,
        ])
    }
}
