package import SupportModel

/// A cycle of a contract as the protocol shows it. Amounts of work are minutes.
package struct CycleView: Codable, Hashable, Sendable {
    /// 1 for the first.
    package var cycle: Int
    /// The first day and the day after the last, in the contract's zone.
    package var from: CivilDate
    package var to: CivilDate
    package var start: Instant
    package var end: Instant
    package var granted: Minutes
    /// Missing while the cycle is open.
    package var used: Minutes?
    package var extra: Minutes?
    package var expired: Minutes?
    package var closedAt: Instant?

    package init(_ cycle: Cycle) {
        self.cycle = cycle.index + 1
        from = cycle.from
        to = cycle.to
        start = cycle.start
        end = cycle.end
        granted = cycle.granted
    }

    package init(_ closed: ClosedCycle) {
        self.init(closed.cycle)
        used = closed.used
        extra = closed.extra
        expired = closed.expired
        closedAt = closed.closedAt
    }
}
