package import SupportModel

/// Changes a contract: its package, or who and what it is about (R1, R7, R8).
package struct ContractChange: Request {
    package static let method = "contract.change"
    package static let permission = Permission.write
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

/// Prolongs a contract by a new term, on the terms that the catalogue has today (R5).
package struct ContractRenew: Request {
    package static let method = "contract.renew"
    package static let permission = Permission.write
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

/// Ends a contract before its term is over, and lists what is owed.
package struct ContractTerminate: Request {
    package static let method = "contract.terminate"
    package static let permission = Permission.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// Why, one line of at most 256 bytes.
    package var reason: String
    /// The last day on which it holds; today unless said.
    package var lastDay: CivilDate?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        contract: ContractReference, reason: String, lastDay: CivilDate? = nil, dryRun: Bool? = nil
    ) {
        self.contract = contract
        self.reason = reason
        self.lastDay = lastDay
        self.dryRun = dryRun
    }

    /// The contract, what is owed, and what is left to do.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The contract as it now is, or would be.
        package var contract: ContractView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// What is owed for the open cycle as it stands; missing where none is open.
        package var owed: OwedView?
        /// How many more cycles begin by the last day; each has its own fee.
        package var laterCycles: Int
        /// Tickets of the contract that still want work, at most 200, by number.
        package var openTickets: [TicketView]
        /// True when there are more than these.
        package var moreTickets: Bool
        /// Groups that reach beyond the last day and are dissolved (R11); missing for none.
        package var dissolved: [GroupView]?
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
            contract: ContractView, dryRun: Bool, owed: OwedView? = nil, laterCycles: Int,
            openTickets: [TicketView], moreTickets: Bool, dissolved: [GroupView]? = nil
        ) {
            self.contract = contract
            self.dryRun = dryRun
            self.owed = owed
            self.laterCycles = laterCycles
            self.openTickets = openTickets
            self.moreTickets = moreTickets
            self.dissolved = dissolved
        }
    }
}
