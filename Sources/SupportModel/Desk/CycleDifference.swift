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
        let text =
            "recorded \(closed.used) used, \(closed.extra) extra, \(closed.expired) expired; "
            + "computed \(computed.used) used, \(computed.extra) extra, \(computed.expired) expired"
        let sameFigures =
            (closed.used, closed.extra, closed.expired)
            == (computed.used, computed.extra, computed.expired)
        let due = (recorded?.total, computed.statement?.total)
        let statement =
            due.0 == due.1
            ? "; the statement or the cover of an entry differs"
            : "; the statement asks for \(due.0.map(\.description) ?? "nothing"), computed "
                + "\(due.1.map(\.description) ?? "nothing")"
        return CycleDifference(
            contract: contract, cycle: closed.cycle.index,
            text: sameFigures ? text + statement : text)
    }
}
