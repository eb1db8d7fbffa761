package import SupportModel

/// Takes over what `plan.suggest` says, all of it or nothing (R12).
package struct PlanApply: Request {
    package static let method = "plan.apply"
    package static let access = Access.write
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// Whether tickets give up the weeks that they were planned for; they keep them unless said.
    package var replan: Bool?

    package init(contract: ContractReference, replan: Bool? = nil) {
        self.contract = contract
        self.replan = replan
    }

    /// What was changed.
    package struct Reply: Codable, Hashable, Sendable {
        /// The number of the contract.
        package var contract: Identifier<Contract>
        /// The tickets whose week is another now; empty where all stays as it was.
        package var changes: [Change]

        package init(contract: Identifier<Contract>, changes: [Change]) {
            self.contract = contract
            self.changes = changes
        }
    }

    /// One ticket's new week.
    package struct Change: Codable, Hashable, Sendable {
        /// The ticket's number.
        package var ticket: Identifier<Ticket>
        /// The Monday of its week, the first where it takes several; missing where it lost it.
        package var week: CivilDate?

        package init(ticket: Identifier<Ticket>, week: CivilDate? = nil) {
            self.ticket = ticket
            self.week = week
        }
    }
}
