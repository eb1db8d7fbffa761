/// Work on a ticket on a day. A void marks the entry and does not remove it.
package struct TimeEntry: Hashable, Sendable, Codable {
    /// The number that people use: `entry 7`.
    package var number: Identifier<TimeEntry>
    package var ticket: Identifier<Ticket>
    /// The contract it is booked on; nil for work on demand (R4).
    package var contract: Identifier<Contract>?
    /// The index of the cycle that the work date falls in; nil on demand.
    package var cycle: Int?
    /// The day of the work, in the contract's zone.
    package var date: CivilDate
    /// The duration as worked.
    package var actual: Minutes
    /// The duration that is drawn or billed, after the contract's rounding.
    package var billed: Minutes
    /// The kind of work (R2).
    package var service: Name<Service>
    /// A note on the work; nil for none.
    package var note: String?
    /// Whether the caller allowed work beyond the package or the week to become extra hours
    /// (`--extra`, R8, R9).
    package var extraAllowed: Bool
    /// The manager's agreement that lifts the weekly limit for this entry (R9).
    package var agreement: Agreement?
    /// Whether it is work on a Level 1 ticket, which may exceed the weekly limit (R9).
    package var emergency: Bool
    /// The ticket's level when it was booked; nil in entries of journals that did not keep it (R3).
    package var level: Level?
    /// The price of an hour on demand on that day; nil where a contract pays (R4).
    package var rate: Money?
    /// The reason for booking after its cycle had closed; nil for a booking that was not late.
    package var late: LateMark?
    /// When it was booked, which may be days after the work.
    package var bookedAt: Instant
    /// Who booked it; of a correction, who had booked the first.
    package var bookedBy: Principal
    /// The void of the entry; nil while it is live.
    package var void: VoidMark?
    /// The sequence number of the record that last changed the entry.
    package var version: UInt64
    /// The key under which it was imported; nil for an entry that was booked on this desk.
    package var importKey: ImportKey?
    /// The entry that it stands for after a correction; nil for most.
    package var replaces: Identifier<TimeEntry>?

    /// True until it is voided.
    package var isLive: Bool { void == nil }
}

/// The reason, time and principal of a void.
package struct VoidMark: Hashable, Sendable, Codable {
    /// The reason in one line.
    package var reason: String
    /// When it was voided.
    package var at: Instant
    /// Who voided it.
    package var by: Principal
}

/// The reason for booking an entry after its cycle had closed.
package struct LateMark: Hashable, Sendable, Codable {
    /// The reason in one line; the statement shows it.
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

/// The place of a work date in a contract.
struct WorkPlace: Hashable, Sendable {
    /// The day of the work, in the contract's zone.
    var date: CivilDate
    /// The index of the cycle that the work is booked on.
    var cycle: Int
    /// Whether that cycle has closed: the entry is an adjustment (R10).
    var isLate: Bool
}

/// The weekly limits of the entries of the open cycle, computed once for all of them.
struct EntryLimits {
    private let contract: Contract
    private let cycle: Int
    /// The only limit; nil where earlier entries have one that has lapsed.
    private let only: Minutes?

    init(_ contract: Contract) {
        self.contract = contract
        cycle = contract.account.open?.index ?? 0
        let limit = contract.account.open.map { contract.weeklyLimit(ofCycle: $0.index) } ?? .zero
        only = contract.lapsedLimits == nil ? limit : nil
    }

    /// The weekly limit that applies to an entry and the earlier ones (R9).
    func limit(of entry: Identifier<TimeEntry>) -> Minutes {
        only ?? contract.weeklyLimit(ofCycle: cycle, for: entry)
    }
}

/// Hours of a closed cycle that were drawn or returned after it had closed.
package struct Settlement: Hashable, Sendable, Codable {
    /// The index of the closed cycle.
    package var cycle: Int
    /// The Monday of the week of the work.
    package var monday: CivilDate
    /// Drawn from the hours that had expired; negative when a void returned them.
    package var minutes: Minutes
}

/// A period of work, split into whole minutes of local days.
///
/// The total is rounded half up to the minute and is at least one. The part of a day is the time
/// from the start to the end of that day, rounded in the same way, minus the parts of earlier days,
/// so that the parts add up to the total. A day begins at the zone's start of it; a day of 23 or 25
/// hours has 1380 or 1500 minutes.
package struct WorkSpan: Hashable, Sendable {
    /// The part of one day.
    package struct Part: Hashable, Sendable {
        /// The day, in the zone.
        package var date: CivilDate
        /// Its share, 1 or more.
        package var minutes: Minutes

        package init(date: CivilDate, minutes: Minutes) {
            self.date = date
            self.minutes = minutes
        }
    }

    /// The whole duration; 0 only where the end is before the start.
    package private(set) var total: Minutes = .zero
    /// The days that have a share, in order.
    package private(set) var parts: [Part] = []

    /// The work from one instant to another, on the days of a zone.
    package init(from start: Instant, to end: Instant, in zone: any CivilZone) {
        guard start <= end else { return }
        total = max(Minutes(1), Self.minutes(end.milliseconds(since: start)))
        let last = zone.date(at: end)
        // Where a clock change repeats the end of a day, the wall may show a day whose successor has
        // begun already: nothing is left of it then.
        var date = min(zone.date(at: start), last)
        var counted = Minutes.zero
        while date < last {
            let next = date.advanced(byDays: 1)
            let until = min(total, Self.minutes(zone.startOfDay(next).milliseconds(since: start)))
            add(date, until - counted)
            counted = max(counted, until)
            date = next
        }
        add(last, total - counted)
    }

    private mutating func add(_ date: CivilDate, _ minutes: Minutes) {
        if minutes > .zero { parts.append(Part(date: date, minutes: minutes)) }
    }

    /// Rounded half up; 0 or less for less than no time.
    private static func minutes(_ milliseconds: Int64) -> Minutes {
        Minutes(Int((milliseconds + 30_000) / 60_000))
    }
}
