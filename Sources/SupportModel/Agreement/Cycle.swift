/// One month of a contract, `[start, end)`, and the hours it grants (R10).
package struct Cycle: Hashable, Sendable, Codable {
    /// 0 for the first.
    package var index: Int
    /// The first day, in the contract's zone.
    package var from: CivilDate
    /// The day after the last, in the contract's zone.
    package var to: CivilDate
    /// Local midnight of the first day as it was decided when the cycle was opened; zone data that
    /// changes later does not move it.
    package var start: Instant
    /// Local midnight of the day after the last, decided in the same way: the first instant that no
    /// longer belongs to the cycle.
    package var end: Instant
    /// What the cycle grants, upgrades included; what of it is unused at the end expires.
    package var granted: Minutes
    /// True for one without days and hours, that only carries what was adjusted after the last cycle
    /// of a contract that ended while it rested; nil for all others.
    package var settlesOnly: Bool?
    /// What upgrades in the course of the cycle granted and cost; nil for none.
    package var upgrades: [UpgradeGrant]?

    /// Cycle `index` of a contract that starts on a day, computed from that day and never from the
    /// cycle before (R10).
    package init(index: Int, anchor: CivilDate, zone: any CivilZone, granted: Minutes) {
        self.index = index
        from = anchor.advanced(byMonths: index)
        to = anchor.advanced(byMonths: index + 1)
        start = zone.startOfDay(from)
        end = zone.startOfDay(to)
        self.granted = granted
    }

    /// Whether a work date belongs to the cycle.
    package func contains(_ date: CivilDate) -> Bool { from <= date && date < to }
}
