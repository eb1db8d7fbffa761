/// The rules that a time entry must pass on its contract.
struct Booking {
    let contract: Contract
    let zone: any CivilZone

    /// The place of the work; today when no day is given. Refused after today, outside of the
    /// contract, and in a closed cycle unless the entry is marked late (R10).
    func place(
        _ wanted: CivilDate?, late: LateMark?, at now: Instant
    ) throws(Refusal) -> WorkPlace {
        let standing = contract.standing(at: now)
        guard standing == .active || standing == .suspended else {
            throw .contractNotActive(
                contract.number, standing, start: contract.start, end: contract.end,
                use: .work(contract.client))
        }
        let today = zone.date(at: now)
        let date = wanted ?? today
        try checkDate(date, today)
        if let open = contract.account.open, date >= open.from {
            guard late == nil else {
                throw .lateness(date, .openCycle(open.index))
            }
            // Possible only while a cycle that is over has not been closed, after a jump of the
            // clock.
            guard date < open.to else {
                throw .dateOutside(date, .work(.afterOpenCycle(to: open.to)))
            }
            return WorkPlace(date: date, cycle: open.index, isLate: false)
        }
        return try latePlace(date, late)
    }

    /// Refuses an entry that the weekly limit (R9) or the contract's policy for extra hours (R8)
    /// does not allow.
    ///
    /// - Parameters:
    ///   - before: how the entries are covered without it.
    ///   - today: the day in the contract's zone.
    func check(
        _ entry: TimeEntry, _ before: Coverage, isLate: Bool, today: CivilDate
    ) throws(Refusal) {
        try checkCount(isLate)
        let cycle = entry.cycle ?? 0
        let terms = contract.terms(whenInCycle: cycle)
        let isPooled = !isLate || contract.isPooled(cycle: cycle)
        let left = isPooled ? before.left : contract.expiredLeft(ofCycle: cycle, before)
        guard terms.services.contains(entry.service) else {
            return try checkExtra(
                entry, terms, left: left, extra: entry.billed, notIncluded: true)
        }
        let beyondPackage = max(.zero, entry.billed - max(.zero, left))
        var beyondWeek = Minutes.zero
        if !entry.passesTheLimit(terms) {
            let week = Week(containing: entry.date)
            let drawn = contract.account.drawnBefore(in: week) + before.drawn(in: week)
            let limit = contract.weeklyLimit(ofCycle: cycle)
            let room = max(.zero, limit - drawn)
            beyondWeek = max(.zero, entry.billed - beyondPackage - room)
            if beyondWeek > .zero, !mayBecomeExtra(entry, terms) {
                throw .weeklyLimit(
                    WeeklyLimitFigures(
                        contract: contract.number, week: week.monday, limit: limit, drawn: drawn,
                        room: max(.zero, min(room, left)), asked: entry.billed,
                        beyondPackage: beyondPackage, extra: contract.terms.extraPolicy,
                        nextWeek: week.next.monday > today ? week.next.monday : nil))
            }
        }
        let extra = beyondPackage + beyondWeek
        if extra > .zero {
            try checkExtra(
                entry, terms, left: left, room: beyondWeek > .zero ? entry.billed - extra : nil,
                extra: extra, notIncluded: false)
        }
    }

    private func checkDate(_ date: CivilDate, _ today: CivilDate) throws(Refusal) {
        guard date <= today else {
            throw .dateOutside(date, .work(.afterToday(today, contract.zone)))
        }
        guard date >= contract.start else {
            throw .dateOutside(
                date,
                .work(
                    .beforeTheStart(
                        contract.number, start: contract.start, client: contract.client)))
        }
        if let rest = contract.rests.last(where: { $0.contains(date) }) {
            throw .dateOutside(
                date,
                .work(
                    .inRest(
                        contract.number, from: rest.from, to: rest.to, client: contract.client)))
        }
    }

    /// The place of late work in a closed cycle: an adjustment, also where the cycle shares its
    /// pool with the open one (R11).
    private func latePlace(_ date: CivilDate, _ late: LateMark?) throws(Refusal) -> WorkPlace {
        guard let closed = contract.account.closed(containing: date) else {
            throw .dateOutside(date, .work(.inNoCycle(contract.number)))
        }
        let index = closed.cycle.index
        guard late != nil else {
            throw .cycleClosed(date, cycle: index, end: closed.end(in: contract.zone))
        }
        if contract.account.open == nil, let group = contract.group(ofCycle: index),
            group.first == index, group.second == contract.account.closed.count
        {
            throw .contractState(contract.number, .rest(.sharesPoolWithNext(cycle: index)))
        }
        return WorkPlace(date: date, cycle: index, isLate: true)
    }

    private func checkCount(_ isLate: Bool) throws(Refusal) {
        let account = contract.account
        if isLate { return try account.checkAdjustments() }
        guard account.entries.count < Limits.entriesPerCycleMax else {
            throw .invalid(.cycle, .work(.cycleFull))
        }
    }

    /// Whether work beyond the week's room may become extra hours without a refusal.
    private func mayBecomeExtra(_ entry: TimeEntry, _ terms: ContractTerms) -> Bool {
        entry.extraAllowed || entry.emergency && terms.emergencyBeyondLimit == .extra
    }

    /// R8: `allow`, `ask` or `refuse`.
    private func checkExtra(
        _ entry: TimeEntry, _ terms: ContractTerms, left: Minutes, room: Minutes? = nil,
        extra: Minutes, notIncluded: Bool
    ) throws(Refusal) {
        let figures = ExtraFigures(
            contract: contract.number, left: max(.zero, left), room: room, extra: extra,
            serviceNotIncluded: notIncluded)
        // The contract's present policy, also for a late entry, as it decides what may be billed.
        switch contract.terms.extraPolicy {
        case .allow: return
        case .ask:
            guard entry.extraAllowed else { throw .extraMustBeNamed(figures) }
        case .refuse: throw .extraRefused(figures)
        }
    }
}

extension HourAccount {
    /// Refuses one more adjustment than a statement carries.
    func checkAdjustments() throws(Refusal) {
        guard (late?.count ?? 0) + (credits?.count ?? 0) < Limits.adjustmentsPerCycleMax else {
            throw .invalid(.statement, .work(.statementFull))
        }
    }
}

extension Contract {
    /// The hours that late entries may still draw from those that expired with a closed cycle.
    package func expiredLeft(ofCycle index: Int, _ coverage: Coverage) -> Minutes {
        let expiry = expiry(ofCycle: index)
        return zip(account.late ?? [], coverage.late).reduce(account.expiredLeft(ofCycle: expiry)) {
            self.expiry(ofCycle: $1.0.cycle ?? 0) == expiry ? $0 - $1.1.package : $0
        }
    }
}

/// The figures of R8 for one refused entry.
package struct ExtraFigures: Hashable, Sendable {
    /// The contract that the entry would have been booked on.
    package var contract: Identifier<Contract>
    /// The hours that are left of the package.
    package var left: Minutes
    /// The part of that which the week still allows (R9); nil where the week is no constraint.
    package var room: Minutes?
    /// The part of the entry that would be extra.
    package var extra: Minutes
    /// Whether the cause is a service that the package does not include (R2).
    package var serviceNotIncluded: Bool

    package init(
        contract: Identifier<Contract>, left: Minutes, room: Minutes?, extra: Minutes,
        serviceNotIncluded: Bool
    ) {
        (self.contract, self.left, self.room, self.extra) = (contract, left, room, extra)
        self.serviceNotIncluded = serviceNotIncluded
    }
}

/// The figures of R9 for one refused entry.
package struct WeeklyLimitFigures: Hashable, Sendable {
    /// The contract that the entry would have been booked on.
    package var contract: Identifier<Contract>
    /// The Monday of the week that the work falls in.
    package var week: CivilDate
    /// The most that week may draw from the package.
    package var limit: Minutes
    /// The hours that the week has drawn before this entry.
    package var drawn: Minutes
    /// The hours that the week may still draw.
    package var room: Minutes
    /// The hours that the entry needs from it.
    package var asked: Minutes
    /// The part of the entry that is beyond the package, whatever room the week has (R8).
    package var beyondPackage: Minutes
    /// The contract's policy for extra hours, which one hint mentions.
    package var extra: ExtraPolicy
    /// The Monday on which the next week begins; nil for a past week, where waiting does not help.
    package var nextWeek: CivilDate?

    package init(
        contract: Identifier<Contract>, week: CivilDate, limit: Minutes, drawn: Minutes,
        room: Minutes, asked: Minutes, beyondPackage: Minutes, extra: ExtraPolicy,
        nextWeek: CivilDate?
    ) {
        (self.contract, self.week, self.limit, self.drawn) = (contract, week, limit, drawn)
        (self.room, self.asked, self.beyondPackage) = (room, asked, beyondPackage)
        (self.extra, self.nextWeek) = (extra, nextWeek)
    }
}
