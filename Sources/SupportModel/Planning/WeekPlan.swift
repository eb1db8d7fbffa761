/// One week of a contract's plan, against the weekly limit (R9, R12).
package struct WeekPlan: Hashable, Sendable {
    /// The week.
    package var week: Week
    /// The indexes of the cycles that its days belong to: two where a boundary cuts it.
    package var cycles: [Int]
    /// The most that the week may draw from the package.
    package var limit: Minutes
    /// What it has drawn already.
    package var drawn: Minutes
    /// What is planned in it, most severe first.
    package var parts: [PlanPart]
    /// What can still be planned into it: what the limit leaves, and no more than the hours have.
    package var room: Minutes
    /// What happens to Level 1 work beyond the limit, by the contract's terms.
    package var beyondLimit: EmergencyBeyondLimit

    /// What the planned work would draw from the package.
    package var planned: Minutes { parts.reduce(.zero) { $0 + $1.drawn } }

    /// What the planned work passes the limit by, all together.
    var beyond: Minutes { max(.zero, min(planned, drawn + planned - limit)) }

    /// What of that is Level 1 work, which may.
    package var emergencyBeyond: Minutes {
        min(beyond, parts.reduce(.zero) { $1.passesLimit ? $0 + $1.drawn : $0 })
    }

    /// What of it would be refused: the plan does not work out.
    package var over: Minutes { beyond - emergencyBeyond }

    /// Warnings first.
    package var remarks: [PlanRemark] {
        [limitWarning, lateWarning, emergencyNote, extraNote, unknownNote].compactMap(\.self)
    }

    private var limitWarning: PlanRemark? {
        guard over > .zero else { return nil }
        return PlanRemark(
            isWarning: true, rule: "R9",
            text: "passes the weekly limit (R9) by \(over): \(drawn) drawn and \(planned) planned "
                + "of \(limit)")
    }

    private var lateWarning: PlanRemark? {
        let late = parts.filter(\.isLate).map(\.ticket.description)
        guard !late.isEmpty else { return nil }
        let names = late.joined(separator: ", ")
        return PlanRemark(
            isWarning: true, rule: "R12",
            text: "ticket\(late.count == 1 ? "" : "s") \(names) would be worked on after the day "
                + "that was agreed")
    }

    private var emergencyNote: PlanRemark? {
        guard emergencyBeyond > .zero else { return nil }
        let what =
            beyondLimit == .extra ? "what passes it is extra hours" : "it still draws"
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
        let unknown = parts.filter { $0.minutes == nil }
        guard !unknown.isEmpty else { return nil }
        let names = unknown.map(\.ticket.description).joined(separator: ", ")
        return PlanRemark(
            isWarning: false, rule: "R12",
            text: "not counted, for want of an estimate: ticket\(unknown.count == 1 ? "" : "s") "
                + names)
    }
}
