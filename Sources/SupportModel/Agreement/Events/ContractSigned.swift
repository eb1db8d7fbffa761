/// A client signed a support package, and its first cycle was opened.
package struct ContractSigned: DeskEvent {
    package static let type = "contract.signed"
    var number: Identifier<Contract>
    var client: Name<Client>
    var project: String?
    var manager: Name<Staff>
    var zone: ZoneName
    var start: CivilDate
    var months: Int
    var terms: ContractTerms
    var first: Cycle

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.contracts[number] = Contract(
            number: number, client: client, project: project, manager: manager, zone: zone,
            start: start, months: months, terms: terms, signedAt: stamp.at, signedBy: stamp.by,
            account: HourAccount(open: first), version: stamp.sequence)
        state.contractsOfClient[client, default: []].append(number)
        state.lastContract = max(state.lastContract, number.number)
        state.boundaries.insert(Boundary(at: first.end, contract: number))
    }

    package var summary: String {
        "contract \(number) signed: \(client), \(terms.title), \(months) months from \(start)"
    }
}
