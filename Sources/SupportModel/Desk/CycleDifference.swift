/// One closed cycle whose recorded figures are not what its entries give.
package struct CycleDifference: Hashable, Sendable, Codable {
    /// The contract whose cycle it is.
    package var contract: Identifier<Contract>
    /// 0 for the first cycle.
    package var cycle: Int
    /// What differs: `used 20h recorded, 19h computed`.
    package var text: String
}

extension CycleClosed {
    /// What differs between this event and the cycle that the state before it would close.
    package func difference(from state: State) -> CycleDifference? {
        guard let before = state.contracts[contract], let open = before.account.open else {
            return CycleDifference(
                contract: contract, cycle: closed.cycle.index, text: "no cycle was open")
        }
        let computed = before.closing(open)
        guard computed != closed else { return nil }
        let text =
            "recorded \(closed.used) used, \(closed.extra) extra, \(closed.expired) expired; "
            + "computed \(computed.used) used, \(computed.extra) extra, \(computed.expired) expired"
        return CycleDifference(contract: contract, cycle: closed.cycle.index, text: text)
    }
}
