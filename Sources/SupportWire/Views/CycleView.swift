package import SupportModel

/// A cycle of a contract as the protocol shows it. Amounts of work are minutes.
package struct CycleView: Codable, Hashable, Sendable {
    /// 1 for the first.
    package var cycle: Int
    /// The first day, in the contract's zone.
    package var from: CivilDate
    /// The day after the last one, in the contract's zone.
    package var to: CivilDate
    /// When it began or begins: local midnight of `from`.
    package var start: Instant
    /// When it ends and what is unused expires: local midnight of `to`.
    package var end: Instant
    /// What the cycle grants.
    package var granted: Minutes
    /// What upgrades granted in its course, which `granted` holds too; missing for none (R1).
    package var upgrades: [UpgradeView]?
    /// True while the contract rests in it: then `to` and `end` move by the days that are suspended.
    package var held: Bool?
    /// What grouping gave it, less what it took; missing where there is none (R11).
    package var grouped: Minutes?
    /// What its entries drew from the package; missing while the cycle is open.
    package var used: Minutes?
    /// What its entries drew beyond the package (R8); missing while the cycle is open.
    package var extra: Minutes?
    /// What was granted and never drawn (R10); missing while the cycle is open.
    package var expired: Minutes?
    /// The boundary at which it closed, not the time at which the desk came to it; missing while
    /// the cycle is open.
    package var closedAt: Instant?

    /// An open cycle, whose outcome is not known yet.
    package init(_ cycle: Cycle) {
        self.cycle = cycle.index + 1
        from = cycle.from
        to = cycle.to
        start = cycle.start
        end = cycle.end
        granted = cycle.granted
        upgrades = cycle.upgrades?.map(UpgradeView.init)
    }

    /// The open cycle of a contract, with what grouping adds to it and whether it rests.
    init(open: Cycle, of contract: Contract) {
        self.init(open)
        held = contract.isHeld ? true : nil
        grouped = contract.group(ofCycle: open.index) == nil ? nil : contract.pool.grouped
    }

    /// A closed cycle with its final figures.
    package init(_ closed: ClosedCycle) {
        self.init(closed.cycle)
        grouped = closed.grouped
        used = closed.used
        extra = closed.extra
        expired = closed.expired
        closedAt = closed.closedAt
    }
}
