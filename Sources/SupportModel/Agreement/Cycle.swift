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
    /// The hours of the cycle, upgrades included; unused ones expire at its end.
    package var granted: Minutes
    /// True for a cycle without days and hours that only holds adjustments made after the last
    /// cycle of a contract that ended while suspended; nil for all others.
    package var settlesOnly: Bool?
    /// The upgrades during the cycle, with their hours and charges; nil for none.
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

/// When a closed cycle ended, as people read it: with its last day, in the contract's zone.
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
        (self.lastDay, self.zone, self.at) = (lastDay, zone, at)
    }
}

extension CycleEnd: CustomStringConvertible {
    /// `at the end of 2026-11-28, Europe/Berlin`.
    package var description: String { Self.text(lastDay, zone) }

    /// The same text for a day whose instant is not known.
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

/// A caller's reference to a cycle of a contract: its number, or the month in which it begins.
package enum CycleReference: Hashable, Sendable {
    /// 1 for the contract's first cycle.
    case number(Int)
    /// The cycle whose first day lies in this month; the month is 1 to 12.
    case month(year: Int, month: Int)
}

extension CycleReference: LosslessStringConvertible, TextCodable {
    package var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .month(let year, let month):
            // Day 1 exists in every month.
            CivilDate(year: year, month: month, day: 1).map { "\($0.description.dropLast(3))" }
                ?? "\(year)-\(month)"
        }
    }

    /// Reads `3` or `2026-10`; nil for anything else, and for a month that does not exist.
    package init?(_ text: String) {
        if let number = Int(digits: text), number > 0 {
            self = .number(number)
        } else if let first = CivilDate(text + "-01") {
            self = .month(year: first.year, month: first.month)
        } else {
            return nil
        }
    }

    package static let expected = "a cycle's month such as 2026-10 or its number, as text"

    /// Whether the reference is to a cycle.
    func means(_ cycle: Cycle) -> Bool {
        switch self {
        case .number(let number): cycle.index == number - 1
        case .month(let year, let month): cycle.from.year == year && cycle.from.month == month
        }
    }
}

/// A cycle that has ended, with the hours that were drawn, extra and expired. It never changes
/// (R10).
package struct ClosedCycle: Hashable, Sendable, Codable {
    /// The cycle's days and its granted hours.
    package var cycle: Cycle
    /// The hours that its entries drew: its own and grouped ones.
    package var used: Minutes
    /// Hours beyond the package, billed separately (R8).
    package var extra: Minutes
    /// Hours that were granted and not drawn; they expired (R10).
    package var expired: Minutes
    /// How each live entry was covered, in order of work date then booking.
    package var splits: [EntrySplit]
    /// Draws of its entries per ISO week by its Monday, for a week that the boundary cuts (R9).
    package var weeks: [WeekDraw]
    /// The boundary's own time, not the time at which the desk processed it.
    package var closedAt: Instant
    /// Hours that grouping added to the cycle, minus those that it took from it (R11); nil for
    /// none. The figures of the two cycles add up to 0.
    package var grouped: Minutes?
    /// The terms of the cycle; nil in journals that did not keep them.
    package var terms: ContractTerms?
    /// The statement for the client; nil in journals that did not keep it.
    package var statement: Statement?

    /// `granted + grouped - used - expired = 0`.
    package var left: Minutes { cycle.granted + (grouped ?? .zero) - used - expired }
}
