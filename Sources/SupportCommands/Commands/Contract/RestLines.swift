import SupportModel
import SupportWire

/// What a suspension does to a cycle and its hours, in words.
enum RestLines {
    /// `2026-12-01, after 10 days`; a rest that lasts as long as the contract has no day after it.
    static func goesOn(_ rest: SuspensionView, _ contract: ContractView) -> StyledText {
        guard let to = rest.to else {
            return "when it is resumed: supportc contract resume \(contract.contract)"
        }
        return contract.termination != nil && to >= contract.end
            ? "not before it ends with \(contract.end.advanced(byDays: -1))"
            : "\(to), after \(Words.count(rest.days ?? 0, "day"))"
    }

    /// Where the cycle's end now lies.
    static func cycle(_ cycle: CycleView, _ rest: SuspensionView) -> StyledText {
        let name: StyledText = "\(cycle.cycle), from \(cycle.from)"
        if cycle.held ?? false {
            let left = cycle.to.daysSinceEpoch - rest.from.daysSinceEpoch
            return "\(name), has \(Words.count(left, "day")) left when it goes on"
        }
        let last = cycle.to.advanced(byDays: -1)
        // A suspension from the boundary on lets the cycle end as it would.
        return rest.from < cycle.to
            ? "\(name), now ends with \(last)" : "\(name), ends with \(last) as before"
    }

    /// What becomes of the hours that are left.
    static func hours(_ balance: BalanceView, isHeld: Bool?) -> StyledText {
        if isHeld ?? false { return "\(balance.left, .strong) left, kept until it goes on" }
        guard let expires = balance.expires else { return "\(balance.left, .strong) left" }
        return "\(balance.left, .strong) left, expire at the end of \(expires.advanced(byDays: -1))"
    }
}
