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
        var table = Table([
            .text("CYCLES"), .text("AGREED BY"), .text("AT"), .number("A WEEK"), .text("REASON"),
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
        var table = Table([.text("FROM"), .text("GOES ON"), .number("DAYS"), .text("REASON")])
        for rest in suspensions {
            table.row(
                "\(rest.from)", goesOn(rest, contract),
                "\(rest.days?.description ?? "")", "\(rest.reason)")
        }
        return table
    }

    private static func goesOn(_ rest: SuspensionView, _ contract: ContractView) -> StyledText {
        guard let to = rest.to else { return "\("when resumed", .warning)" }
        return contract.termination != nil && to >= contract.end ? "not before it ends" : "\(to)"
    }

    private static func table(_ upgrades: [UpgradeView]) -> Table {
        var table = Table([
            .text("ON"), .text("TO"), .number("DAYS"), .number("GRANTED"), .number("FEE"),
        ])
        for upgrade in upgrades {
            table.row(
                "\(upgrade.on)", "\(upgrade.title)", "\(upgrade.days) of \(upgrade.daysOfCycle)",
                "\(upgrade.minutes)", "\(upgrade.fee)")
        }
        return table
    }
}
