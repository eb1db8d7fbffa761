/// Where a contract's hours stand at an instant: what `supportc hours` answers.
///
/// A reader can check it by hand: `granted + grouped - used - expired = left`; extra hours stand
/// beside it.
package struct HourBalance: Hashable, Sendable, Codable {
    /// Whose hours they are.
    package var contract: Identifier<Contract>
    /// The day on which they are seen, in the contract's zone.
    package var today: CivilDate
    /// The open cycle.
    package var cycle: Cycle
    /// What the cycle granted, upgrades included.
    package var granted: Minutes
    /// What the cycle that it is grouped with adds, or has taken (R11).
    package var grouped: Minutes
    /// What its entries have drawn from that.
    package var used: Minutes
    /// What they have taken beyond it, billed separately (R8).
    package var extra: Minutes
    /// What is granted and not yet drawn.
    package var left: Minutes
    /// The Monday of the ISO week that holds today (R9).
    package var week: CivilDate
    /// The most that week may draw from the package.
    package var weekLimit: Minutes
    /// What it has drawn, in an earlier cycle too when a boundary cuts it.
    package var weekDrawn: Minutes
    /// What it may still draw, and no more than is left.
    package var weekRoom: Minutes
    /// The Monday on which the next week's room begins; nil where none is known to: the contract ends
    /// before, or rests until somebody says otherwise.
    package var nextWeek: CivilDate?
    /// What can still be drawn before the hours expire: the smaller of what is left and what the
    /// weekly limit lets through until then (R12).
    package var usable: Minutes
    /// What saving the hours for their last week would delay; nil for nothing (R12).
    package var saved: SavedHours?
    /// The day at whose beginning the hours expire: the end of the cycle, or of its group; nil while
    /// nobody knows, because the contract rests before that.
    package var expires: CivilDate?

    /// The balance of an open cycle, seen on a day of it.
    package init(contract: Contract, cycle: Cycle, coverage: Coverage, today: CivilDate) {
        self.contract = contract.number
        self.today = today
        self.cycle = cycle
        granted = coverage.pool.granted
        grouped = coverage.pool.grouped
        used = coverage.used
        extra = coverage.extra
        left = coverage.left
        let thisWeek = Week(containing: max(today, cycle.from))
        let limit = contract.weeklyLimit(ofCycle: cycle.index)
        let drawn = contract.account.drawnBefore(in: thisWeek) + coverage.drawn(in: thisWeek)
        week = thisWeek.monday
        weekLimit = limit
        weekDrawn = drawn
        // A week in which the contract rests until it is over, or until it ends, lets nothing through.
        let (first, last) = (max(today, cycle.from), min(thisWeek.next.monday, contract.end))
        weekRoom =
            contract.rests(from: first, to: last) ? .zero : max(.zero, min(left, limit - drawn))
        nextWeek = contract.nextWeekWithRoom(after: thisWeek)
        usable = contract.usable(coverage, from: today)
        saved = contract.savedHours(coverage, today: today)
        expires = contract.poolExpiry
    }
}

extension Contract {
    /// The Monday of the first week after one in which the contract runs on a day; nil where it ends
    /// before, or rests until somebody says otherwise.
    fileprivate func nextWeekWithRoom(after week: Week) -> CivilDate? {
        var next = week.next
        while next.monday < planEnd, rests(from: next.monday, to: min(next.next.monday, planEnd)) {
            if let rest = openSuspension, rest.from <= next.monday { return nil }
            next = next.next
        }
        return next.monday < planEnd ? next.monday : nil
    }
}

/// What saving the hours for the last week before they expire would delay (R12).
///
/// "When a client saves its hours for the last week of a cycle, the desk says beforehand what will
/// then be delayed and by how much." With the last week that which holds the last day before the hours
/// expire, the figures are
///
///     fits    = min(left, what the weekly limit lets the last week draw)
///     delayed = left - fits
///
/// Work of `delayed` waits for the cycle that follows, or becomes extra hours (R8). It is said when
/// something would be delayed, from the middle of the cycle, or of the group, until the last week
/// begins. Before the middle it would be said of everybody: a package is more than a week may draw.
/// In the last week nothing can be decided any more, and what is usable says the same. What a plan
/// puts into a week beyond its limit is reported with the plan, at any time.
package struct SavedHours: Hashable, Sendable, Codable {
    /// The Monday of the last week.
    package var week: CivilDate
    /// What of the hours that are left it can draw.
    package var fits: Minutes
    /// What it cannot, more than 0.
    package var delayed: Minutes
    /// The day on which a cycle follows, after a rest that begins as the hours expire; nil where the
    /// contract ends, and where nobody has said when it goes on.
    package var until: CivilDate?
    /// What the contract says of extra hours (R8).
    package var extra: ExtraPolicy
}

extension Contract {
    /// What saving the hours that are left for their last week would delay, seen on a day; nil where
    /// it would delay nothing, and where it is not the time to say so.
    package func savedHours(_ coverage: Coverage, today: CivilDate) -> SavedHours? {
        guard let open = account.open, let end = poolExpiry, open.from <= today else {
            return nil
        }
        let last = Week(containing: end.advanced(byDays: -1))
        let first = poolStart ?? open.from
        guard today < last.monday,
            2 * activeDays(from: first, to: today) >= activeDays(from: first, to: end)
        else { return nil }
        let fits = usable(coverage, from: last.monday)
        guard fits < coverage.left else { return nil }
        return SavedHours(
            week: last.monday, fits: fits, delayed: coverage.left - fits,
            until: dayOfNextCycle(after: end), extra: terms.extraPolicy)
    }

    /// The first day from the end of a cycle on that does not rest.
    private func dayOfNextCycle(after end: CivilDate) -> CivilDate? {
        var day = end
        while let rest = rests.first(where: { $0.from == day }) {
            guard let next = rest.to else { return nil }
            day = next
        }
        return day < planEnd ? day : nil
    }

    /// The first day of the hours that expire at `poolEnd`: that of the open cycle, or of the cycle
    /// that it is grouped with (R11).
    private var poolStart: CivilDate? {
        guard let open = account.open else { return nil }
        guard let group = group(ofCycle: open.index), group.second == open.index else {
            return open.from
        }
        return account.closed(group.first)?.cycle.from ?? open.from
    }
}
