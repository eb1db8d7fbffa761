package import SupportModel

/// Makes one pool of the hours of two adjacent cycles, by an agreement (R11).
package struct ContractGroup: Request {
    package static let method = Method<ContractReply<Details>>.write("contract.group")

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

    /// The agreement.
    package struct Details: View {
        /// The cycles, who agreed, and why.
        package var group: GroupView
        /// The day at whose beginning what is left of the pool expires; missing while its end is open.
        package var expires: CivilDate?

        package init(group: GroupView, expires: CivilDate? = nil) {
            self.group = group
            self.expires = expires
        }
    }
}

/// Revokes a grouping while nothing beyond the first cycle's own hours is drawn (R11).
package struct ContractUngroup: Request {
    package static let method = Method<ContractReply<Details>>.write("contract.ungroup")

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// The two cycles, 1 for the contract's first; may be left out where there is one group.
    package var cycles: [Int]?
    /// Why, one line of at most 256 bytes.
    package var reason: String?

    package init(contract: ContractReference, cycles: [Int]? = nil, reason: String? = nil) {
        self.contract = contract
        self.cycles = cycles
        self.reason = reason
    }

    /// What is no longer grouped.
    package struct Details: View {
        /// The two cycles.
        package var cycles: [Int]

        package init(cycles: [Int]) {
            self.cycles = cycles
        }
    }
}
