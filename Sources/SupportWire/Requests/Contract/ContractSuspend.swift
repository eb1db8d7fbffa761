package import SupportModel

/// Lets a contract rest from a day on: no hours are granted and none expire.
package struct ContractSuspend: Request {
    package static let method = "contract.suspend"
    package static let access = Access.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// Why, one line of at most 256 bytes.
    package var reason: String
    /// The first day that is suspended; today unless said.
    package var from: CivilDate?
    /// The day on which it goes on; when somebody says so unless said.
    package var until: CivilDate?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, reason: String, from: CivilDate? = nil,
        until: CivilDate? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.reason = reason
        self.from = from
        self.until = until
        self.dryRun = dryRun
    }

    /// The contract and the time in which it rests.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// From when, until when, and why.
        package var suspension: SuspensionView
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
            contract: ContractView, dryRun: Bool, suspension: SuspensionView,
            balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.suspension = suspension
            self.balance = balance
        }
    }
}
