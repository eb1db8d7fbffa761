/// Where a contract's hours stand at an instant: what `supportc hours` answers.
///
/// A reader can check it by hand: `granted - used = left`; extra hours stand beside it.
package struct HourBalance: Hashable, Sendable, Codable {
    /// Whose hours they are.
    package var contract: Identifier<Contract>
    /// The open cycle, and with it when the hours expire.
    package var cycle: Cycle
    /// What the cycle granted.
    package var granted: Minutes
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
    /// What it may still draw, and no more than is left of the cycle.
    package var weekRoom: Minutes
    /// The Monday on which the next week's room begins.
    package var nextWeek: CivilDate
    /// What can still be drawn before the hours expire: the smaller of what is left and what the
    /// weekly limit lets through until then (R12).
    package var usable: Minutes

    /// The balance of an open cycle, seen on a day of it.
    package init(
        contract: Contract, cycle: Cycle, coverage: Coverage, today: CivilDate
    ) {
        self.contract = contract.number
        self.cycle = cycle
        granted = coverage.granted
        used = coverage.used
        extra = coverage.extra
        left = coverage.left
        let thisWeek = Week(containing: max(today, cycle.from))
        let limit = contract.terms.weeklyLimit
        func drawn(_ week: Week) -> Minutes {
            (coverage.weeks[week] ?? .zero) + contract.account.drawnBefore(in: week)
        }
        week = thisWeek.monday
        weekLimit = limit
        weekDrawn = drawn(thisWeek)
        weekRoom = min(left, max(.zero, limit - drawn(thisWeek)))
        nextWeek = thisWeek.next.monday
        var through = Minutes.zero
        var each = thisWeek
        while each.monday < cycle.to {
            through += max(.zero, limit - drawn(each))
            each = each.next
        }
        usable = min(left, through)
    }
}
