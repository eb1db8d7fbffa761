package import SupportModel

/// Prolongs a contract by a new term, on the terms that the catalogue has today (R5).
package struct ContractRenew: Request {
    package static let method = "contract.renew"
    package static let access = Access.write
    /// The contract's number, or a client that has exactly one active contract, or just one that ended.
    package var contract: ContractReference
    /// The months of the new term; as many as the last unless said.
    package var months: Int?
    /// The package of the new term; as before unless said.
    package var package: Name<PackageOffer>?
    /// Hours a month, where the package leaves them open; as before unless said.
    package var hours: MonthlyHours?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, months: Int? = nil, package: Name<PackageOffer>? = nil,
        hours: MonthlyHours? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.months = months
        self.package = package
        self.hours = hours
        self.dryRun = dryRun
    }

    /// The contract and its new term.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// The first cycle of the new term.
        package var cycle: Int
        /// The day on which it begins; missing while the contract rests and nobody can tell.
        package var from: CivilDate?
        /// The months of the new term.
        package var months: Int
        /// What holds in the new term.
        package var terms: PlannedView
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
            contract: ContractView, dryRun: Bool, cycle: Int, from: CivilDate? = nil, months: Int,
            terms: PlannedView, balance: BalanceView? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.cycle = cycle
            self.from = from
            self.months = months
            self.terms = terms
            self.balance = balance
        }
    }
}
