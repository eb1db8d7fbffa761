import SupportModel
import SupportWire

/// A contract's terms and plans in words.
enum ContractWords {
    /// `40h a month, at most 20h a week; 1200.00 EUR a month, less 10%; 45.00 EUR an extra hour`.
    static func terms(_ terms: PlannedView) -> StyledText {
        "\(terms.included) a month, at most \(terms.weeklyLimit) a week"
            + more(prices(terms.monthlyFee, terms.discountPercent, terms.extraRate))
    }

    /// The same for the terms that hold now.
    static func terms(_ contract: ContractView) -> StyledText {
        "\(contract.included) a month, at most \(contract.weeklyLimit) a week"
            + more(prices(contract.monthlyFee, contract.discountPercent, contract.extraRate))
    }

    /// `1200.00 EUR a month, less 10%; 45.00 EUR an extra hour`; nil where the reader sees no amounts.
    static func prices(
        _ monthly: Money?, _ discountPercent: Int, _ extraRate: Money?
    ) -> StyledText? {
        guard let monthly, let extraRate else { return nil }
        let discount = discountPercent > 0 ? ", less \(discountPercent)%" : ""
        return "\(monthly) a month\(discount); \(extraRate) an extra hour"
    }

    private static func more(_ text: StyledText?) -> StyledText { text.map { "; \($0)" } ?? "" }

    /// `Starter from cycle 4, 2026-12-23, on`.
    static func plan(_ planned: PlannedView) -> String {
        "\(planned.title) from cycle \(planned.cycle)"
            + (planned.from.map { ", \($0)," } ?? "") + " on"
    }

    /// All that is planned, each with its hours and fee.
    static func plans(_ planned: [PlannedView]) -> String {
        planned.map { each in
            "\(each.renewal ? "renewed with " : "")\(plan(each)): \(each.included) a month"
                + (each.monthlyFee.map { ", \($0)" } ?? "")
        }.joined(separator: "; ")
    }

    /// The standing's word in its colour.
    static func standing(_ standing: ContractStanding) -> StyledText {
        switch standing {
        case .active: StyledText(standing.rawValue, .good)
        case .suspended: StyledText(standing.rawValue, .warning)
        case .pending, .ended: StyledText(standing.rawValue, .faint)
        }
    }

    /// What happens at the end of the term; nil where it was terminated, and where the desk does not
    /// say.
    static func renewal(_ contract: ContractView) -> StyledText? {
        guard contract.termination == nil, let renewal = contract.renewal else { return nil }
        switch renewal {
        case .auto:
            let months = Words.count(contract.termMonths ?? contract.months, "month")
            return "auto: for \(months) on the terms of that day"
        case .manual:
            return "manual: it ends with its term unless it is renewed"
        }
    }

    /// `2026-10-23 to 2027-10-22, 12 months`; while it rests, at the earliest.
    static func term(_ contract: ContractView) -> StyledText {
        guard !isCalledOff(contract) else {
            return "called off: it ended before its first day, \(contract.start)"
        }
        let isOpenEnded = contract.suspensions?.last.map { $0.to == nil } ?? false
        return "\(contract.start) to \(contract.end.advanced(byDays: -1))"
            + "\(isOpenEnded ? " at the earliest" : ""), "
            + "\(contract.termination == nil ? "" : "of ")\(Words.count(contract.months, "month"))"
    }

    /// Whether the contract was ended before its first day.
    static func isCalledOff(_ contract: ContractView) -> Bool { contract.end <= contract.start }

    /// `at most 20h, as before (R9)`; where the months have different limits, each with its own.
    static func weeks(of group: GroupView, _ contract: ContractView) -> StyledText {
        let limits = group.cycles.map { cycle in
            contract.planned?.last { $0.cycle <= cycle }?.weeklyLimit ?? contract.weeklyLimit
        }
        guard let first = limits.first, let second = limits.last, first != second else {
            return "at most \(limits.first ?? contract.weeklyLimit), as before (R9)"
        }
        return "at most \(first) in cycle \(group.cycles[0]) and \(second) in cycle "
            + "\(group.cycles[0] + 1), as before (R9)"
    }

    /// `warning: contract 1 holds for the same project at the same time; …`; nil where none does.
    static func beside(_ contract: ContractView) -> StyledText? {
        guard let others = contract.beside, !others.isEmpty else { return nil }
        let what =
            others.count == 1
            ? "contract \(others[0]) holds" : "contracts \(Words.named(others)) hold"
        let project =
            contract.project.map { "for \($0)" } ?? "for \(contract.client), without a project,"
        return "\("warning", .warning): \(what) \(project) at the same time; each is billed, and "
            + "each has to be named by its number"
    }

    /// `cycles 2 and 3`.
    static func cycles(_ numbers: [Int]) -> String {
        "cycles \(numbers.map(\.description).joined(separator: " and "))"
    }

    /// What a contract's row says of what is to come; empty for nothing.
    static func note(_ contract: ContractView) -> String {
        var parts: [String] = []
        if let rest = contract.suspensions?.last {
            if contract.standing == .suspended {
                let last = rest.to?.advanced(byDays: -1).description
                parts.append("suspended until \(last ?? "it is resumed")")
            } else if rest.to == nil {
                parts.append("suspended from \(rest.from)")
            }
        }
        parts += (contract.planned ?? []).map { plan in
            let what = plan.renewal ? "renewed" : plan.title
            return "\(what) from \(plan.from?.description ?? "cycle \(plan.cycle)")"
        }
        if contract.termination != nil {
            parts.append(isCalledOff(contract) ? "called off" : "terminated")
        }
        return parts.joined(separator: "; ")
    }
}

/// What a change of a contract came to, in words.
enum ChangeLines {
    /// Everything that changed; `plain` is what was asked for besides the package.
    static func show(_ reply: ChangeContract.Reply, plain: [String], on page: inout Page) {
        let contract: StyledText = "contract \(reply.contract.contract, .strong)"
        if !plain.isEmpty {
            let verb = reply.dryRun ? "would be changed" : "changed"
            page.line("\(contract) \(verb): \(Words.named(plain))")
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
    }

    private static func show(
        _ upgrade: UpgradeView, _ reply: ChangeContract.Reply, _ contract: StyledText,
        on page: inout Page
    ) {
        let verb = reply.dryRun ? "would be upgraded" : "upgraded"
        page.line(
            "\(contract) \(verb) to \(upgrade.title) on \(upgrade.on): "
                + "\(upgrade.minutes, .strong) granted at once, for \(upgrade.days) of "
                + "\(Words.count(upgrade.daysOfCycle, "day"))")
        let discount = reply.contract.discountPercent
        page.facts([
            "  cost": upgrade.fee.map { fee in
                "\(fee) for these days"
                    + (discount > 0 ? ", before the discount of \(discount)%" : "")
            },
            "  terms": ContractWords.terms(reply.contract),
            "  then": reply.planned.map { "\(ContractWords.plan($0)), as agreed before" },
            "  dropped": reply.dropped.map { "\(ContractWords.plan($0))" },
            "  others": EntryLines.others(reply.effect),
            "  statement": EntryLines.statement(reply.effect),
            "  after": reply.balance.map(BalanceLines.after),
        ])
    }

    private static func show(
        _ planned: PlannedView, _ reply: ChangeContract.Reply, _ contract: StyledText,
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
