package import SupportModel

extension ChangeContract: Request {
    package static let method = "contract.change"
    package static let permission = Permission.write

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

extension RenewContract: Request {
    package static let method = "contract.renew"
    package static let permission = Permission.write

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

extension TerminateContract: Request {
    package static let method = "contract.terminate"
    package static let permission = Permission.write

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
