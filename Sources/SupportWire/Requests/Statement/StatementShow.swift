package import SupportModel

/// Shows the statement of a cycle: frozen for a closed one, as it stands for the open one.
package struct StatementShow: Request {
    package static let method = "statement.show"
    package static let access = Access.read
    package static let cost = Cost.long
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The cycle's number, 1 for the first, or the month in which it begins, such as `2026-10`;
    /// unless said the cycle that closed last, and before any has closed the open one.
    package var cycle: CycleReference?

    package init(contract: ContractReference, cycle: CycleReference? = nil) {
        self.contract = contract
        self.cycle = cycle
    }

    package typealias Reply = StatementView
}
