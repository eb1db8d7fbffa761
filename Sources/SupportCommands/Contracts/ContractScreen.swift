import SupportModel
import SupportWire

/// The parts of a contract that only some have, each under its heading.
enum ContractParts {
    /// Groups, suspensions and upgrades of the open cycle.
    static func show(_ contract: ContractView, on page: inout Page) {
        if let groups = contract.groups {
            page.heading("grouped hours")
            page.table(table(groups), none: "")
        }
        if let suspensions = contract.suspensions {
            page.heading("suspended")
            page.table(table(suspensions, of: contract), none: "")
        }
        if let upgrades = contract.cycle?.upgrades {
            page.heading("upgrades of the open cycle")
            page.table(table(upgrades), none: "")
        }
    }

    /// Who agreed that the hours of two cycles are one pool, when and why (R11).
    static func table(_ groups: [GroupView]) -> Table {
        var table = Table(
            "grouped-hours",
            [
                .text("CYCLES"), .text("AGREED BY"), .text("AT", goes: 1), .number("A WEEK"),
                .text("REASON", .wrapped(least: 20)),
            ])
        for group in groups {
            table.row(
                "\(group.cycles.map(\.description).joined(separator: ","), .strong)",
                "\(group.agreedBy)", "\(Words.minute(group.at))",
                "\(group.weeklyLimit?.description ?? "as before")", "\(group.reason)")
        }
        return table
    }

    private static func table(
        _ suspensions: [SuspensionView], of contract: ContractView
    ) -> Table {
        var table = Table(
            "suspensions",
            [
                .text("FROM"), .text("RESUMES"), .number("DAYS"),
                .text("REASON", .wrapped(least: 20)),
            ])
        for rest in suspensions {
            table.row(
                "\(rest.from)", resumes(rest, contract),
                "\(rest.days?.description ?? "")", "\(rest.reason)")
        }
        return table
    }

    private static func resumes(_ rest: SuspensionView, _ contract: ContractView) -> StyledText {
        guard let to = rest.to else { return "\("when resumed", .warning)" }
        return contract.termination != nil && to >= contract.end ? "not before it ends" : "\(to)"
    }

    private static func table(_ upgrades: [UpgradeView]) -> Table {
        var table = Table(
            "upgrades",
            [
                .text("ON"), .text("TO", .cut(least: 12)), .number("DAYS"), .number("GRANTED"),
                .number("FEE"),
            ])
        for upgrade in upgrades {
            table.row(
                "\(upgrade.on)", "\(upgrade.title)", "\(upgrade.days) of \(upgrade.daysOfCycle)",
                "\(upgrade.minutes)", "\(Words.amount(upgrade.fee))")
        }
        return table
    }
}

/// The table of contracts.
enum ContractRows {
    static func table(_ contracts: [ContractView]) -> Table {
        // The last column stands only where it says something.
        let notes = contracts.map(ContractWords.note)
        let note: [Column] =
            notes.allSatisfy(\.isEmpty) ? [] : [.text("NOTE", .wrapped(least: 16))]
        let columns: [Column] = [
            .number("CONTRACT"), .text("CLIENT", .cut(least: 12)), .text("PACKAGE", goes: 3),
            .text("STATUS"), .text("FROM", goes: 1), .text("TO"), .number("HOURS", goes: 4),
            .text("MANAGER", goes: 2), .text("PROJECT", .cut(least: 12), goes: 5),
        ]
        var table = Table("contracts", columns + note)
        for (contract, note) in zip(contracts, notes) {
            table.row(
                "\(contract.contract, .strong)", "\(contract.client)", "\(contract.package)",
                ContractWords.standing(contract.standing),
                "\(contract.start)",
                ContractWords.isCalledOff(contract)
                    ? "never" : "\(contract.end.advanced(byDays: -1))",
                "\(contract.included)", "\(contract.manager)", "\(contract.project ?? "")",
                "\(note)")
        }
        return table
    }
}

/// The table of a contract's cycles.
enum CycleRows {
    /// - Parameter restsFrom: the first day of a rest that is yet to come.
    static func table(_ cycles: [CycleView], restsFrom: CivilDate? = nil) -> Table {
        let isGrouped = cycles.contains { $0.grouped != nil }
        let grouped: [Column] = isGrouped ? [.number("GROUPED")] : []
        var table = Table(
            "cycles",
            [
                .number("CYCLE"), .text("FROM"), .text("TO", goes: 1), .number("GRANTED", goes: 2),
            ] + grouped
                + [
                    .number("USED"), .number("EXPIRED"), .number("EXTRA"),
                    .text("STATE", .cut(least: 8)),
                ])
        for cycle in cycles {
            let gift: [StyledText] = isGrouped ? ["\(cycle.grouped?.description ?? "")"] : []
            table.row(
                of: [
                    "\(cycle.cycle, .strong)", "\(cycle.from)",
                    "\(cycle.to.advanced(byDays: -1))", "\(cycle.granted)",
                ] + gift + [
                    "\(cycle.used?.description ?? "")", "\(cycle.expired?.description ?? "")",
                    "\(cycle.extra?.description ?? "")", state(cycle, restsFrom),
                ])
        }
        return table
    }

    /// Cycles that close at once, with what they bill.
    static func table(_ closing: [ClosingView]) -> Table {
        var table = Table(
            "closing-cycles",
            [
                .number("CYCLE"), .text("FROM"), .text("TO"), .number("EXPIRES"), .number("BILLED"),
            ])
        for cycle in closing {
            table.row(
                "\(cycle.cycle, .strong)", "\(cycle.from)",
                "\(cycle.to.advanced(byDays: -1))", "\(cycle.expired)",
                "\(cycle.total?.description ?? "")")
        }
        return table
    }

    /// `closed`, which it did at the end of its last day, or where it stands.
    private static func state(_ cycle: CycleView, _ restsFrom: CivilDate?) -> StyledText {
        guard cycle.closedAt == nil else { return "closed" }
        guard cycle.held ?? false else { return "open" }
        return StyledText(restsFrom.map { "suspended from \($0) on" } ?? "suspended", .warning)
    }
}

/// What a contract's end leaves to be paid and done.
enum OwedRows {
    /// Fee, upgrades, discount, extra hours, adjustments and the total; what is nothing is left out.
    static func table(_ owed: OwedView) -> Table {
        var table = Table(
            "owed", [.text("OWED"), .number("AMOUNT"), .text("FOR", .wrapped(least: 20))])
        table.row("fee", "\(Words.amount(owed.monthlyFee))", "the month")
        for upgrade in owed.upgrades ?? [] {
            table.row(
                "upgrade", "\(Words.amount(upgrade.fee))",
                "\(upgrade.title), \(upgrade.days) of \(upgrade.daysOfCycle) days")
        }
        if owed.discountPercent > 0 {
            table.row(
                "discount", "\(owed.discount.map { "-\($0)" } ?? "")",
                "\(owed.discountPercent)% of the fee (R5)")
        }
        if owed.extra > .zero {
            table.row(
                "extra hours", "\(Words.amount(owed.extraAmount))",
                "\(owed.extra)\(owed.extraRate.map { " at \($0)" } ?? "") (R8)")
        }
        if owed.adjustments > 0 {
            let entries = Words.count(
                owed.adjustments, "late entry or void", "late entries and voids")
            table.row(
                "adjustments", "\(Words.amount(owed.adjusted))",
                "\(entries) of earlier cycles (R10)")
        }
        table.row("\("total", .strong)", "\(Words.amount(owed.total), .strong)")
        return table
    }

    /// The tickets that still want work.
    static func table(_ tickets: [TicketView]) -> Table {
        var table = Table(
            "owed-tickets",
            [
                .number("TICKET"), .number("LEVEL"), .text("STATE", goes: 1), .text("ASSIGNEE"),
                .text("SUBJECT", .cut(least: 24)),
            ])
        for ticket in tickets {
            table.row(
                "\(ticket.ticket, .strong)", Words.level(ticket.level), Words.state(ticket.state),
                "\(ticket.assignee?.text ?? "")", "\(ticket.subject)")
        }
        return table
    }
}
