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
