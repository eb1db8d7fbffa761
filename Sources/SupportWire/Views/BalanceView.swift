package import SupportModel

/// Where a contract's hours stand. Amounts of work are minutes.
///
/// `granted - used = left` while the cycle is open, `granted - used = expired` once it is closed.
package struct BalanceView: Codable, Hashable, Sendable {
    package var contract: Identifier<Contract>
    package var client: Name<Client>
    package var title: String
    package var zone: ZoneName
    package var cycle: CycleView
    package var granted: Minutes
    package var used: Minutes
    package var extra: Minutes
    package var left: Minutes
    /// Missing for a closed cycle: this week's Monday, limit, draw and room, and the next Monday.
    package var week: CivilDate?
    package var weekLimit: Minutes?
    package var weekDrawn: Minutes?
    package var weekRoom: Minutes?
    package var nextWeek: CivilDate?
    /// What can still be drawn before the hours expire (R12).
    package var usable: Minutes?

    package init(_ balance: HourBalance, of contract: Contract) {
        self.contract = contract.number
        client = contract.client
        title = contract.terms.title
        zone = contract.zone
        cycle = CycleView(balance.cycle)
        granted = balance.granted
        used = balance.used
        extra = balance.extra
        left = balance.left
        week = balance.week
        weekLimit = balance.weekLimit
        weekDrawn = balance.weekDrawn
        weekRoom = balance.weekRoom
        nextWeek = balance.nextWeek
        usable = balance.usable
    }

    package init(_ closed: ClosedCycle, of contract: Contract) {
        self.contract = contract.number
        client = contract.client
        title = contract.terms.title
        zone = contract.zone
        cycle = CycleView(closed)
        granted = closed.cycle.granted
        used = closed.used
        extra = closed.extra
        left = .zero
    }
}
