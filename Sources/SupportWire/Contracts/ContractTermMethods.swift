package import SupportModel

extension ChangeContract: Request {
    package static let method = Method<ContractReply<Details>>.write(
        "contract.change", for: .manage)

    /// What became of its package.
    package struct Details: View {
        /// What the open cycle was granted at once; missing unless it was an upgrade.
        package var upgrade: UpgradeView?
        /// What takes over with a later cycle; missing unless it has to wait.
        package var planned: PlannedView?
        /// What had been planned and no longer is; missing for nothing.
        package var dropped: PlannedView?

        package init(
            upgrade: UpgradeView? = nil, planned: PlannedView? = nil, dropped: PlannedView? = nil
        ) {
            (self.upgrade, self.planned, self.dropped) = (upgrade, planned, dropped)
        }
    }
}

extension RenewContract: Request {
    package static let method = Method<ContractReply<Details>>.write("contract.renew", for: .manage)

    /// Its new term.
    package struct Details: View {
        /// The first cycle of the new term.
        package var cycle: Int
        /// The day on which it begins; missing while the contract rests and its end is open.
        package var from: CivilDate?
        /// The months of the new term.
        package var months: Int
        /// What holds in the new term.
        package var terms: PlannedView

        package init(cycle: Int, from: CivilDate? = nil, months: Int, terms: PlannedView) {
            (self.cycle, self.from, self.months, self.terms) = (cycle, from, months, terms)
        }
    }
}

extension TerminateContract: Request {
    package static let method = Method<ContractReply<Details>>.write(
        "contract.terminate", for: .manage)

    /// What is owed, and what is left to do.
    package struct Details: View {
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

        package init(
            owed: OwedView? = nil, laterCycles: Int, openTickets: [TicketView], moreTickets: Bool,
            dissolved: [GroupView]? = nil
        ) {
            (self.owed, self.laterCycles, self.openTickets) = (owed, laterCycles, openTickets)
            (self.moreTickets, self.dissolved) = (moreTickets, dissolved)
        }
    }
}
