import SupportWire

/// The table of contracts.
enum ContractRows {
    static func table(_ contracts: [ContractView]) -> Table {
        // The last column stands only where it says something.
        let notes = contracts.map(ContractWords.note)
        let note: [Table.Column] = notes.allSatisfy(\.isEmpty) ? [] : [.text("NOTE")]
        let columns: [Table.Column] = [
            .number("CONTRACT"), .text("CLIENT"), .text("PACKAGE"), .text("STANDING"),
            .text("FROM"), .text("TO"), .number("HOURS"), .text("MANAGER"), .text("PROJECT"),
        ]
        var table = Table(columns + note)
        for (contract, note) in zip(contracts, notes) {
            table.row(
                "\(contract.contract, .strong)", "\(contract.client)", "\(contract.package)",
                ContractWords.standing(contract.standing),
                "\(contract.start)", "\(contract.end.advanced(byDays: -1))",
                "\(contract.included)", "\(contract.manager)", "\(contract.project ?? "")",
                "\(note)")
        }
        return table
    }
}
