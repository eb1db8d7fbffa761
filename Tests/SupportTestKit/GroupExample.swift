package import SupportModel

extension GroupHours {
    /// The grouping of two cycles by their indexes, 0 for the contract's first.
    package init(
        contract: ContractReference, cycles indexes: [Int], agreement: Agreement,
        weeklyLimit: Minutes? = nil
    ) {
        self.init(
            contract: contract, cycles: indexes.map { $0 + 1 }, agreedBy: agreement.by,
            reason: agreement.reason, weeklyLimit: weeklyLimit)
    }
}
