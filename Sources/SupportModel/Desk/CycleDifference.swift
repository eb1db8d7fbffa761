/// One closed cycle whose recorded figures are not what its entries give.
package struct CycleDifference: Hashable, Sendable, Codable {
    /// The contract whose cycle it is.
    package var contract: Identifier<Contract>
    /// 0 for the first cycle.
    package var cycle: Int
    /// What differs: `used: recorded 20h, computed 19h`; several with `; ` between them.
    package var text: String
}

extension CycleClosed {
    /// What differs between this event and the cycle that the state before it would close.
    ///
    /// Records of journals that kept less are compared in what they kept. A statement of another
    /// format is left to the release that made it; its cycle's figures are compared all the same.
    package func difference(from state: State) -> CycleDifference? {
        guard let before = state.contracts[contract], let open = before.account.open else {
            return CycleDifference(
                contract: contract, cycle: closed.cycle.index, text: "no cycle was open")
        }
        let recorded = closed.statement
        let titles = Dictionary(
            (recorded?.work ?? []).map { ($0.service, $0.title) },
            uniquingKeysWith: { first, _ in first })
        var computed = before.closing(open, in: state, titles: titles)
        if recorded == nil { computed.statement = nil }
        if closed.terms == nil { computed.terms = nil }
        if let recorded, recorded.format != Statement.formatNow { computed.statement = recorded }
        guard computed != closed else { return nil }
        let differences = FigureDifferences(recorded: closed, computed: computed)
        return CycleDifference(
            contract: contract, cycle: closed.cycle.index,
            text: differences.texts.joined(separator: "; "))
    }
}
