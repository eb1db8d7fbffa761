/// When a closed cycle ended, as people are told: with its last day, in the contract's zone.
///
/// Programs read the instant; people read a day, since a boundary is a local midnight and its time in
/// UTC names another day in half of the world's zones.
package struct CycleEnd: Hashable, Sendable {
    /// The cycle's last day.
    package var lastDay: CivilDate
    /// The zone in which that day ends; nil in journals that did not keep it with the cycle.
    package var zone: ZoneName?
    /// The first instant that no longer belongs to the cycle.
    package var at: Instant

    package init(lastDay: CivilDate, zone: ZoneName?, at: Instant) {
        self.lastDay = lastDay
        self.zone = zone
        self.at = at
    }
}

extension CycleEnd: CustomStringConvertible {
    /// `at the end of 2026-11-28, Europe/Berlin`.
    package var description: String { Self.text(lastDay, zone) }

    /// The same for a day of which the instant is not at hand.
    package static func text(_ lastDay: CivilDate, _ zone: ZoneName?) -> String {
        "at the end of \(lastDay)" + (zone.map { ", \($0)" } ?? "")
    }
}

extension ClosedCycle {
    /// When the cycle ended, in the zone of its contract.
    func end(in zone: ZoneName?) -> CycleEnd {
        CycleEnd(lastDay: cycle.to.advanced(byDays: -1), zone: zone, at: closedAt)
    }
}
