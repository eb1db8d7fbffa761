package import SupportModel

/// Says where a contract's hours stand.
package struct HoursShow: Request {
    package static let method = "hours.show"
    package static let access = Access.read
    package static let cost = Cost.quick
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// A day of the cycle that is meant; today unless said.
    package var at: CivilDate?

    package init(contract: ContractReference, at: CivilDate? = nil) {
        self.contract = contract
        self.at = at
    }

    package typealias Reply = BalanceView
}
