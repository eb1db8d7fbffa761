package import SupportModel

/// Changes a contract: its package, or who and what it is about (R1, R7, R8).
package struct ContractChange: Request {
    package static let method = "contract.change"
    package static let access = Access.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The package to take on today's terms: more hours at once, prorated; fewer with the next cycle.
    package var package: Name<PackageOffer>?
    /// Hours a month, only where the package leaves them open.
    package var hours: MonthlyHours?
    /// The new account manager (R7).
    package var manager: Name<Staff>?
    /// What the contract is about: one line of at most 256 bytes.
    package var project: String?
    /// What happens to work beyond the package from now on (R8).
    package var extra: ExtraPolicy?
    /// What happens at the end of the term (R5).
    package var renewal: RenewalPolicy?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, package: Name<PackageOffer>? = nil, hours: MonthlyHours? = nil,
        manager: Name<Staff>? = nil, project: String? = nil, extra: ExtraPolicy? = nil,
        renewal: RenewalPolicy? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.package = package
        self.hours = hours
        self.manager = manager
        self.project = project
        self.extra = extra
        self.renewal = renewal
        self.dryRun = dryRun
    }

    /// The contract and what became of its package.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// What the open cycle was granted at once; missing unless it was an upgrade.
        package var upgrade: UpgradeView?
        /// What takes over with a later cycle; missing unless it has to wait.
        package var planned: PlannedView?
        /// What had been planned and no longer is; missing for nothing.
        package var dropped: PlannedView?
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
            contract: ContractView, dryRun: Bool, upgrade: UpgradeView? = nil,
            planned: PlannedView? = nil, dropped: PlannedView? = nil, balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.upgrade = upgrade
            self.planned = planned
            self.dropped = dropped
            self.balance = balance
        }
    }
}
