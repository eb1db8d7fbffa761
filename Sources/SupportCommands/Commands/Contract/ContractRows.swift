import SupportWire

/// The table of contracts.
enum ContractRows {
    static func table(_ contracts: [ContractView]) -> Table {
        var table = Table([
            .number("CONTRACT"), .text("CLIENT"), .text("PACKAGE"), .text("STANDING"),
            .text("FROM"), .text("TO"), .number("HOURS"), .text("MANAGER"), .text("PROJECT"),
        ])
        for contract in contracts {
            table.row(
                "\(contract.contract, .strong)", "\(contract.client)", "\(contract.package)",
                StyledText(
                    contract.standing.rawValue, contract.standing == .active ? .good : .faint),
                "\(contract.start)", "\(contract.end.advanced(byDays: -1))",
                "\(contract.included)", "\(contract.manager)", "\(contract.project ?? "")")
        }
        return table
    }
}
