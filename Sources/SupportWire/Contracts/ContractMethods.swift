package import SupportModel

extension SignContract: Request {
    package static let method = Method<ContractView>.write("contract.sign", for: .manage)
}

/// Lists contracts by number, ended ones included.
package struct ContractList: Request {
    package static let method = Method<Listing<ContractView>>.read("contract.list", .long)

    /// Only this client's.
    package var client: Name<Client>?

    package init(client: Name<Client>? = nil) {
        self.client = client
    }
}

/// Shows a contract, its terms and its cycles.
package struct ContractShow: Request {
    package static let method = Method<ContractView>.read("contract.show", .quick)

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference

    package init(contract: ContractReference) {
        self.contract = contract
    }
}

/// What a change of a contract answers: the contract, what the change says of itself, and the
/// effect on the account.
package typealias ContractReply<Details: View> = AccountReply<Joined<ChangedContract, Details>>

/// A contract that was changed.
package struct ChangedContract: View {
    /// The contract as it now is, or would be.
    package var contract: ContractView
    /// True when nothing was changed.
    package var dryRun: Bool
}

extension Joined where Second == AccountEffect {
    /// The answer to a change of a contract.
    package init<Details: View>(
        contract: ContractView, dryRun: Bool, _ details: Details, _ effect: AccountEffect
    ) where First == Joined<ChangedContract, Details> {
        self.init(First(ChangedContract(contract: contract, dryRun: dryRun), details), effect)
    }
}

extension SuspendContract: Request {
    package static let method = Method<ContractReply<Details>>.write(
        "contract.suspend", for: .manage)

    /// The time in which it rests.
    package struct Details: View {
        /// From when, until when, and why.
        package var suspension: SuspensionView
        /// True where it was so already, and nothing was changed; missing otherwise.
        package var unchanged: Bool?

        package init(suspension: SuspensionView, unchanged: Bool? = nil) {
            (self.suspension, self.unchanged) = (suspension, unchanged)
        }
    }
}

extension ResumeContract: Request {
    package static let method = Method<ContractReply<Details>>.write(
        "contract.resume", for: .manage)

    /// From when it holds again.
    package struct Details: View {
        /// The first day on which it holds again.
        package var on: CivilDate
        /// The days that were suspended, by which later cycles and the end moved.
        package var days: Int
        /// True where it was so already, and nothing was changed; missing otherwise.
        package var unchanged: Bool?

        package init(on: CivilDate, days: Int, unchanged: Bool? = nil) {
            (self.on, self.days, self.unchanged) = (on, days, unchanged)
        }
    }
}
