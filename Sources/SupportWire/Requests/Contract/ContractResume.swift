package import SupportModel

/// Lets a suspended contract go on: its open cycle with the days that it had left.
package struct ContractResume: Request {
    package static let method = "contract.resume"
    package static let access = Access.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The first day on which it holds again; today unless said.
    package var on: CivilDate?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, on: CivilDate? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.on = on
        self.dryRun = dryRun
    }

    /// The contract and the cycle that it goes on with.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// The first day on which it holds again.
        package var on: CivilDate
        /// The days that were suspended, by which later cycles and the end moved.
        package var days: Int
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
            contract: ContractView, dryRun: Bool, on: CivilDate, days: Int,
            balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.on = on
            self.days = days
            self.balance = balance
        }
    }
}
