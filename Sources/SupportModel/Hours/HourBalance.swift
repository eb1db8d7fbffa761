/// The balance of a contract's hours on a day, as `supportc hours` answers it.
///
/// A reader can check it by hand: `granted + grouped - used - expired = left`; extra hours are
/// separate.
package struct HourBalance: Hashable, Sendable {
    package var contract: Identifier<Contract>
    /// The day of the balance, in the contract's zone.
    package var today: CivilDate
    /// The open cycle.
    package var cycle: Cycle
    /// Hours that the cycle granted, upgrades included.
    package var granted: Minutes
    /// Hours that the cycle grouped with it adds, or has drawn (R11).
    package var grouped: Minutes
    /// Hours that its entries have drawn from these.
    package var used: Minutes
    /// Extra hours of its entries, billed separately (R8).
    package var extra: Minutes
    /// Hours that are granted and not drawn.
    package var left: Minutes
    /// The Monday of the ISO week that holds today (R9).
    package var week: CivilDate
    /// The most that week may draw from the package.
    package var weekLimit: Minutes
    /// Hours that the week has drawn, also in an earlier cycle when a boundary cuts it.
    package var weekDrawn: Minutes
    /// Hours that it may still draw, at most those that are left.
    package var weekRoom: Minutes
    /// The Monday of the next week with room; nil where none is known: the contract ends before, or
    /// is suspended without an end.
    package var nextWeek: CivilDate?
    /// Hours that can still be drawn before they expire: the smaller of those left and those that
    /// the weekly limits allow until then (R12).
    package var usable: Minutes
    /// The work that saving the hours for their last week would delay; nil for none (R12).
    package var saved: SavedHours?
    /// The day at whose beginning the hours expire: the end of the cycle, or of its group; nil
    /// while unknown, because the contract is suspended without an end before that.
    package var expires: CivilDate?

    /// The balance of an open cycle on a day of it.
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
        // A week has no room if the contract is suspended for the rest of it, or until the contract
        // ends.
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
    /// The Monday of the first later week with a day on which the contract is active; nil where it
    /// ends before, or is suspended without an end.
    fileprivate func nextWeekWithRoom(after week: Week) -> CivilDate? {
        var next = week.next
        while next.monday < planEnd, rests(from: next.monday, to: min(next.next.monday, planEnd)) {
            if let rest = openSuspension, rest.from <= next.monday { return nil }
            next = next.next
        }
        return next.monday < planEnd ? next.monday : nil
    }
}

/// The work that is delayed if a client saves its hours for the last week before they expire (R12).
///
/// "When a client saves its hours for the last week of a cycle, the desk says beforehand what will
/// then be delayed and by how much." The last week is the one with the last day before the hours
/// expire. The figures are
///
///     fits    = min(left, what the weekly limit lets the last week draw)
///     delayed = left - fits
///
/// Work of `delayed` waits for the next cycle, or becomes extra hours (R8). It is reported if it is
/// more than 0, from the middle of the cycle, or of the group, until the last week begins. Before
/// the middle it would be reported for every client, as a package is more than a week may draw. In
/// the last week the client cannot change it any more, and `usable` shows the same. Planned work
/// beyond the limit of a week is reported with the plan, at any time.
package struct SavedHours: Hashable, Sendable, Codable {
    /// The Monday of the last week.
    package var week: CivilDate
    /// The part of the remaining hours that it can draw.
    package var fits: Minutes
    /// The part that it cannot draw, more than 0.
    package var delayed: Minutes
    /// The day on which the next cycle begins, after a suspension that begins as the hours expire;
    /// nil where the contract ends, and where the end of the suspension is unknown.
    package var until: CivilDate?
    /// The contract's policy for extra hours (R8).
    package var extra: ExtraPolicy
}

extension Contract {
    /// The work that saving the remaining hours for their last week would delay, on a day; nil
    /// where that is none, and outside of the time in which it is reported.
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

    /// The first day from the end of a cycle on that is not suspended.
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
