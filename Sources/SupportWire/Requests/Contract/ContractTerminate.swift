package import SupportModel

/// Ends a contract before its term is over, and lists what is owed.
package struct ContractTerminate: Request {
    package static let method = "contract.terminate"
    package static let access = Access.write
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
