/// The rules that a time entry must pass on its contract's open cycle.
struct Booking {
    let contract: Contract
    let zone: any CivilZone

    /// The index of the open cycle.
    var cycle: Int? { contract.account.open?.index }

    /// The work date, today when none is named; refused outside the open cycle and after today.
    func workDate(_ wanted: CivilDate?, at now: Instant) throws(Refusal) -> CivilDate {
        try contract.expectActive(at: now)
        let today = zone.date(at: now)
        let date = wanted ?? today
        guard date <= today else {
            throw .dateOutside(
                date, why: "is after today, \(today) in \(contract.zone)",
                wayOut: "book work on the day it was done, or later")
        }
        guard date >= contract.start else {
            throw .dateOutside(
                date, why: "is before contract \(contract.number) began on \(contract.start)",
                wayOut: "book it on demand")
        }
        guard let open = contract.account.open, date >= open.from else {
            let closed = contract.account.closed.first { $0.cycle.contains(date) }
            throw .cycleClosed(
                date, cycle: closed?.cycle.index ?? 0, closedAt: closed?.closedAt ?? now)
        }
        // Only while a cycle that is over has not been closed: after a jump of the clock.
        guard date < open.to else {
            throw .dateOutside(
                date, why: "is after the open cycle, which ends on \(open.to)",
                wayOut: "book it once that cycle has closed")
        }
        return date
    }

    /// Refuses an entry that the weekly limit (R9) or the contract's policy for extra hours (R8)
    /// does not let in.
    func check(_ entry: TimeEntry) throws(Refusal) {
        guard contract.account.entries.count < Limits.entriesPerCycleMax else {
            throw .invalid(
                what: "the cycle", why: "has its \(Limits.entriesPerCycleMax) entries",
                wayOut: "book several pieces of work as one entry")
        }
        let before = contract.account.coverage(terms: contract.terms)
        guard contract.terms.services.contains(entry.service) else {
            return try checkExtra(entry, left: before.left, extra: entry.billed, notIncluded: true)
        }
        let beyondPackage = max(.zero, entry.billed - before.left)
        var beyondWeek = Minutes.zero
        if !entry.passesTheLimit(contract.terms) {
            let week = Week(containing: entry.date)
            let drawn =
                (before.weeks[week] ?? .zero) + contract.account.drawnBefore(in: week)
            let room = max(.zero, contract.terms.weeklyLimit - drawn)
            beyondWeek = max(.zero, entry.billed - beyondPackage - room)
            if beyondWeek > .zero, !mayBecomeExtra(entry) {
                throw .weeklyLimit(
                    WeeklyLimitFigures(
                        contract: contract.number, week: week.monday,
                        limit: contract.terms.weeklyLimit, drawn: drawn,
                        room: min(room, before.left), asked: entry.billed,
                        nextWeek: week.next.monday))
            }
        }
        let extra = beyondPackage + beyondWeek
        if extra > .zero {
            try checkExtra(entry, left: before.left, extra: extra, notIncluded: false)
        }
    }

    /// Whether what the week does not take may be extra hours without being refused.
    private func mayBecomeExtra(_ entry: TimeEntry) -> Bool {
        entry.extraAllowed
            || entry.emergency && contract.terms.emergencyBeyondLimit == .extra
    }

    /// R8: `allow`, `ask` or `refuse`.
    private func checkExtra(
        _ entry: TimeEntry, left: Minutes, extra: Minutes, notIncluded: Bool
    ) throws(Refusal) {
        let figures = ExtraFigures(
            contract: contract.number, left: left, extra: extra, serviceNotIncluded: notIncluded)
        switch contract.terms.extraPolicy {
        case .allow: return
        case .ask:
            guard entry.extraAllowed else { throw .extraMustBeNamed(figures) }
        case .refuse: throw .extraRefused(figures)
        }
    }
}
