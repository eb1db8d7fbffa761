package import SupportModel

/// Revokes a grouping while nothing beyond the first cycle's own hours is drawn (R11).
package struct ContractUngroup: Request {
    package static let method = "contract.ungroup"
    package static let access = Access.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The two cycles, 1 for the contract's first; may be left out where there is one group.
    package var cycles: [Int]?
    /// Why, one line of at most 256 bytes.
    package var reason: String?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, cycles: [Int]? = nil, reason: String? = nil,
        dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.cycles = cycles
        self.reason = reason
        self.dryRun = dryRun
    }

    /// The contract and what is no longer grouped.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// The two cycles.
        package var cycles: [Int]
        /// Where the hours stand afterwards; missing where no cycle is open.
        package var balance: BalanceView?
        /// By how much the extra hours of other entries change, less than 0 where they are covered
        /// now; missing where nothing does (R8).
        package var others: Minutes?
        /// What that costs, or gives back; missing where nothing does.
        package var othersAmount: Money?
        /// What the open cycle's statement comes to; missing where it stays as it was.
        package var statement: DueView?
        /// What became due to be told by it; missing for nothing.
        package var notices: [NoticeView]?

        package init(
            contract: ContractView, dryRun: Bool, cycles: [Int], balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.cycles = cycles
            self.balance = balance
        }
    }
}
