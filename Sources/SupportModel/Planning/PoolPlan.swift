/// A contract's plan compared with hours that expire together: those of a cycle, or of two that are
/// grouped (R8, R10-R12).
package struct PoolPlan: Hashable, Sendable {
    /// The indexes of its cycles.
    package var cycles: [Int]
    /// The day at whose beginning the hours expire; nil while unknown, because the contract is
    /// suspended without an end.
    package var expires: CivilDate?
    /// The hours that are not drawn.
    package var left: Minutes
    /// The planned work that draws from them.
    package var planned: Minutes
    /// The hours that can be drawn before they expire: the smaller of those left and those that the
    /// weekly limits still allow (R12).
    package var usable: Minutes
    /// The contract's policy for extra hours (R8).
    package var extraPolicy: ExtraPolicy

    /// The planned work beyond the hours that are left.
    package var over: Minutes { max(.zero, planned - max(.zero, left)) }

    /// The usable hours for which nothing is planned, and which will expire.
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

/// Hours that expire together: those of a cycle, or of two that are grouped (R10, R11).
struct PlanPool: Hashable, Sendable {
    /// The indexes of its cycles.
    var cycles: [Int]
    /// The hours that can still be planned.
    var left: Minutes
    /// The day at whose beginning they expire.
    var expires: CivilDate
}

/// One week of a contract's plan, compared with the weekly limit (R9, R12).
package struct WeekPlan: Hashable, Sendable {
    package var week: Week
    /// The indexes of the cycles that its days belong to: two where a boundary cuts it.
    package var cycles: [Int]
    /// The most that the week may draw from the package.
    package var limit: Minutes
    /// The hours that it has drawn already.
    package var drawn: Minutes
    /// The planned work, most severe first.
    package var parts: [PlanPart]
    /// The hours that can still be planned in it: those that the limit leaves, at most those of the
    /// pools.
    package var room: Minutes
    /// What happens to Level 1 work beyond the limit, by the contract's terms.
    package var beyondLimit: EmergencyBeyondLimit

    /// The hours that the planned work would draw from the package.
    package var planned: Minutes { parts.reduce(.zero) { $0 + $1.drawn } }

    /// The hours by which all the planned work exceeds the limit.
    var beyond: Minutes { max(.zero, min(planned, drawn + planned - limit)) }

    /// The part of that which is Level 1 work, which may exceed the limit.
    package var emergencyBeyond: Minutes {
        min(beyond, parts.reduce(.zero) { $1.passesLimit ? $0 + $1.drawn : $0 })
    }

    /// The part of it that would be refused, so that the plan has to be changed.
    package var over: Minutes { beyond - emergencyBeyond }

    /// Warnings first.
    package var remarks: [PlanRemark] {
        [limitWarning, lateWarning, emergencyNote, extraNote, unknownNote].compactMap(\.self)
    }

    private var limitWarning: PlanRemark? {
        guard over > .zero else { return nil }
        return PlanRemark(
            isWarning: true, rule: "R9",
            text: "passes the weekly limit (R9) by \(over): \(drawn) used and \(planned) planned "
                + "of \(limit)")
    }

    private var lateWarning: PlanRemark? {
        remark(on: parts.filter(\.isLate), isWarning: true) { names in
            "\(names) would be worked on after the day that was agreed"
        }
    }

    private var emergencyNote: PlanRemark? {
        guard emergencyBeyond > .zero else { return nil }
        let what =
            beyondLimit == .extra ? "what passes it is extra hours" : "it still uses the package"
        return PlanRemark(
            isWarning: false, rule: "R9",
            text: "Level 1 work passes the weekly limit by \(emergencyBeyond), as it may (R9); "
                + what)
    }

    private var extraNote: PlanRemark? {
        let extra = parts.reduce(Minutes.zero) { $0 + $1.extra }
        guard extra > .zero else { return nil }
        return PlanRemark(
            isWarning: false, rule: "R8",
            text: "\(extra) beyond the package or in services that it leaves out: extra hours "
                + "(R2, R8)")
    }

    private var unknownNote: PlanRemark? {
        remark(on: parts.filter { $0.minutes == nil }, isWarning: false) { names in
            "not counted, for want of an estimate: \(names)"
        }
    }

    /// What is said of tickets, which are named as `ticket 12` or `tickets 12, 14`; nil for none.
    private func remark(
        on parts: [PlanPart], isWarning: Bool, _ words: (String) -> String
    ) -> PlanRemark? {
        guard !parts.isEmpty else { return nil }
        let names = SentenceList.text(parts.map(\.ticket))
        return PlanRemark(
            isWarning: isWarning, rule: "R12",
            text: words("ticket\(parts.count == 1 ? "" : "s") \(names)"))
    }
}
