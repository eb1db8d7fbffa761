import SupportModel
import SupportWire

/// What a late entry or a late void changes, in words.
enum SettlementLines {
    /// `1h30m from the 15h that expired with cycle 1, of which 13h30m are left; 30m extra`; for a cycle that shares its hours with
    /// the open one, from the pool of both.
    static func coverage(_ settlement: SettlementView) -> String {
        if settlement.pooled ?? false {
            let pool =
                "\(settlement.settled) from the pool of cycles \(settlement.cycle) and "
                + "\(settlement.cycle + 1), of which \(left(settlement)) left"
            return settlement.extra == .zero ? pool : "\(pool); \(settlement.extra) extra"
        }
        // Other late work, or voids, may have changed what is there since the cycle closed.
        let there = settlement.settled + settlement.expiredLeft
        let expired =
            there == settlement.expired
            ? "\(there) that expired with cycle \(settlement.cycle)"
            : "\(there) still there of what expired with cycle \(settlement.cycle)"
        let settled =
            settlement.settled == .zero
            ? "nothing from the \(expired)"
            : "\(settlement.settled) from the \(expired), of which \(left(settlement)) left"
        return settlement.extra == .zero ? settled : "\(settled); \(settlement.extra) extra"
    }

    /// `2h go back to the hours that expired with cycle 1; 15h of them are left`; nil where it drew
    /// none of them.
    static func giveBack(_ settlement: SettlementView) -> StyledText? {
        guard settlement.settled != .zero else { return nil }
        let back = Minutes.zero - settlement.settled
        if settlement.pooled ?? false {
            return "\(back) go back to the pool of cycles \(settlement.cycle) and "
                + "\(settlement.cycle + 1); \(settlement.expiredLeft) are left of it"
        }
        return "\(back) go back to the hours that expired with cycle \(settlement.cycle); "
            + "\(settlement.expiredLeft) of them are left"
    }

    private static func left(_ settlement: SettlementView) -> String {
        settlement.expiredLeft > .zero ? "\(settlement.expiredLeft) are" : "none are"
    }

    /// `30m at 45.00 EUR an hour = 22.50 EUR`; nil where nothing is extra.
    static func cost(_ settlement: SettlementView) -> StyledText? {
        guard settlement.extra != .zero, let rate = settlement.rate, let amount = settlement.amount
        else { return nil }
        return "\(settlement.extra) extra at \(rate) an hour = \(amount, .strong)"
    }

    /// `as an adjustment on the statement of cycle 2, which is open; that of cycle 1 stays as it is`.
    static func place(_ settlement: SettlementView) -> StyledText {
        let cycle = settlement.statementCycle.map { "cycle \($0), which is open" }
        return "as an adjustment on the statement of \(cycle ?? "the next cycle"); "
            + "that of cycle \(settlement.cycle) stays as it is"
    }
}
