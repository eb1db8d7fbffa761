/// A contract's plan against hours that expire together: those of a cycle, or of two that are
/// grouped (R8, R10-R12).
package struct PoolPlan: Hashable, Sendable {
    /// The indexes of its cycles.
    package var cycles: [Int]
    /// The day at whose beginning the hours expire; nil while the contract rests.
    package var expires: CivilDate?
    /// What is there and not drawn.
    package var left: Minutes
    /// What is planned to draw from it.
    package var planned: Minutes
    /// What can be drawn before it expires: the smaller of what is left and what the weekly limit
    /// still lets through (R12).
    package var usable: Minutes
    /// What the contract says of extra hours (R8).
    package var extraPolicy: ExtraPolicy

    /// What is planned beyond what is left.
    package var over: Minutes { max(.zero, planned - max(.zero, left)) }

    /// What could be used, has nothing planned for it, and will expire.
    package var idle: Minutes { max(.zero, usable - planned) }

    /// Warnings first.
    package var remarks: [PlanRemark] { [overWarning, lossNote, idleNote].compactMap(\.self) }

    private var overWarning: PlanRemark? {
        guard over > .zero else { return nil }
        let then =
            switch extraPolicy {
            case .allow: "they would be extra (R8)"
            case .ask: "they would be extra and have to be named (R8)"
            case .refuse: "and the contract takes no extra hours (R8)"
            }
        return PlanRemark(
            isWarning: true, rule: "R8", text: "passes the package by \(over): \(then)")
    }

    private var lossNote: PlanRemark? {
        guard expires != nil, usable < left else { return nil }
        return PlanRemark(
            isWarning: false, rule: "R12",
            text: "\(left - usable) cannot be used any more: the weekly limit (R9) lets only "
                + "\(usable) through before they expire")
    }

    private var idleNote: PlanRemark? {
        guard let expires, idle > .zero else { return nil }
        return PlanRemark(
            isWarning: false, rule: "R12",
            text: "nothing is planned for \(idle), which expire at the end of "
                + "\(expires.advanced(byDays: -1)) (R10)")
    }
}
