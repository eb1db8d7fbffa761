package import SupportModel

/// Makes one pool of the hours of two adjacent cycles, by an agreement (R11).
package struct ContractGroup: Request {
    package static let method = "contract.group"
    package static let permission = Permission.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The two cycles, 1 for the contract's first.
    package var cycles: [Int]
    /// The account manager who agreed.
    package var agreedBy: Name<Staff>
    /// Why, one line of at most 256 bytes.
    package var reason: String
    /// What one week may draw, in minutes, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    package init(
        contract: ContractReference, cycles: [Int], agreedBy: Name<Staff>, reason: String,
        weeklyLimit: Minutes? = nil
    ) {
        self.contract = contract
        self.cycles = cycles
        self.agreedBy = agreedBy
        self.reason = reason
        self.weeklyLimit = weeklyLimit
    }

    /// The contract and the agreement.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// The cycles, who agreed, and why.
        package var group: GroupView
        /// The day at whose beginning what is left of the pool expires; missing while nobody can tell.
        package var expires: CivilDate?
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
            contract: ContractView, dryRun: Bool, group: GroupView, expires: CivilDate? = nil,
            balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.group = group
            self.expires = expires
            self.balance = balance
        }
    }
}

/// Revokes a grouping while nothing beyond the first cycle's own hours is drawn (R11).
package struct ContractUngroup: Request {
    package static let method = "contract.ungroup"
    package static let permission = Permission.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The two cycles, 1 for the contract's first; may be left out where there is one group.
    package var cycles: [Int]?
    /// Why, one line of at most 256 bytes.
    package var reason: String?

    package init(
        contract: ContractReference, cycles: [Int]? = nil, reason: String? = nil
    ) {
        self.contract = contract
        self.cycles = cycles
        self.reason = reason
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
