/// A client's support package: its terms, its term and the account of its hours.
package struct Contract: Hashable, Sendable, Codable {
    /// What people and scripts call it: `contract 3`.
    package var number: Identifier<Contract>
    /// Who is looked after.
    package var client: Name<Client>
    /// What the package looks after, where a client has several; nil for everything.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The zone that cycles, weeks and work dates are counted in.
    package var zone: ZoneName
    /// The day of the first cycle, from which all cycles are computed (R10).
    package var start: CivilDate
    /// The term: how many cycles there are (R5).
    package var months: Int
    /// What was agreed when it was signed.
    package var terms: ContractTerms
    /// When it was signed, which may be long before or after it starts.
    package var signedAt: Instant
    /// Who entered the signature.
    package var signedBy: Actor
    /// Its cycles and the entries of the open one.
    package var account: HourAccount
    /// The sequence number of the record that last changed the contract.
    package var version: UInt64

    /// The day after the last cycle.
    package var end: CivilDate { start.advanced(byMonths: months) }

    /// Where the contract stands at an instant.
    package func standing(at now: Instant) -> ContractStanding {
        guard let open = account.open else { return .ended }
        return now < open.start && open.index == 0 ? .pending : .active
    }
}
