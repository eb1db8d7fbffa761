/// A client signed a support package, and its first cycle was opened.
package struct ContractSigned: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.signed"
    /// The number that the contract was given.
    var number: Identifier<Contract>
    /// The client who signed.
    var client: Name<Client>
    /// What the package looks after; nil for everything the client has.
    var project: String?
    /// The account manager that was agreed (R7).
    var manager: Name<Staff>
    /// The client's zone on the day of signing, which the contract keeps.
    var zone: ZoneName
    /// The day of the first cycle, from which all others are computed (R10).
    var start: CivilDate
    /// The term in months.
    var months: Int
    /// The catalogue's offer as it was that day.
    var terms: ContractTerms
    /// What happens at the end of the term; nil: it ends.
    var renewal: RenewalPolicy?
    /// The first cycle, opened with the signature.
    var first: Cycle

    /// Adds the contract with its first cycle open.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.put(
            Contract(
                number: number, client: client, project: project, manager: manager, zone: zone,
                start: start, months: months, terms: terms, renewal: renewal, signedAt: stamp.at,
                signedBy: stamp.by, account: HourAccount(open: first), version: stamp.sequence))
        state.contractsOfClient[client, default: []].append(number)
        state.lastContract = max(state.lastContract, number.number)
    }

    /// `contract 3 signed: acme, Starter, 12 months from 2026-11-01`.
    package var summary: String {
        "contract \(number) signed: \(client), \(terms.title), \(months) months from \(start)"
    }
}
