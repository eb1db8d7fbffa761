/// How the number of live tickets changed in a period:
/// `before + opened + reopened + moved - resolved - merged = after`.
package struct TicketFlow: Hashable, Sendable, Codable {
    /// How many were live when it began.
    package var before = 0
    /// How many were opened, by whomever; one that was split off counts.
    package var opened = 0
    /// How often one was reopened.
    package var reopened = 0
    /// How many came from other levels, less those that went; 0 in all and for a client, unless the
    /// report is about one level only.
    package var moved = 0
    /// How often one was resolved, by a person or by the desk.
    package var resolved = 0
    /// How many live ones were merged into others.
    package var merged = 0
    /// How many are live at its end.
    package var after = 0

    /// Nothing.
    package init() {}

    /// Whether nothing was live and nothing happened.
    package var isEmpty: Bool { self == TicketFlow() }

    /// Adds what happened in the period.
    mutating func add(_ step: TicketStep, of level: Level?) {
        opened += step.kind == .opened ? 1 : 0
        reopened += step.kind == .reopened ? 1 : 0
        resolved += step.kind == .resolved ? 1 : 0
        merged += step.kind == .merged ? 1 : 0
        if case .moved = step.kind { moved += step.change(of: level) }
        after += step.change(of: level)
    }

    /// Adds what happened before the period.
    mutating func addEarlier(_ step: TicketStep, of level: Level?) {
        before += step.change(of: level)
        after += step.change(of: level)
    }
}

/// How promises were kept that were fulfilled in a period: first responses or resolutions.
package struct PromiseFigures: Hashable, Sendable, Codable {
    /// How many within their target.
    package var kept = 0
    /// How many later.
    package var missed = 0
    /// The counted time that half of them took at most, by nearest rank; nil where there are none, and
    /// where levels with other kinds of time are added up.
    package var median: Minutes?
    /// The same of nine tenths.
    package var ninetieth: Minutes?
    /// The counted time of the longest.
    package var longest: Minutes?

    /// None.
    package init() {}

    /// How many there were.
    package var count: Int { kept &+ missed }

    /// How many of a hundred were kept, rounded down; nil where there were none.
    package var keptPercent: Int? {
        guard count > 0, kept >= 0, missed >= 0, !kept.multipliedReportingOverflow(by: 100).overflow
        else { return nil }
        return kept * 100 / count
    }
}

/// The figures of tickets in a period.
package struct TicketFigures: Hashable, Sendable, Codable {
    /// How the number of live tickets changed.
    package var flow = TicketFlow()
    /// How many are live at its end although it had been recorded by then that one of their
    /// deadlines was missed.
    package var overdue = 0
    /// First responses that were given in it.
    package var response = PromiseFigures()
    /// Resolutions in it of tickets that had a target.
    package var resolution = PromiseFigures()

    /// Nothing.
    package init() {}

    /// Whether there is nothing to tell.
    package var isEmpty: Bool {
        flow.isEmpty && response.count == 0 && resolution.count == 0
    }
}

/// The figures of the tickets of one level.
package struct LevelFigures: Hashable, Sendable, Codable {
    /// The level (R3).
    package var level: Level
    package var figures: TicketFigures
}

/// The figures of the tickets of one client.
package struct ClientFigures: Hashable, Sendable, Codable {
    package var client: Name<Client>
    /// What the client is called.
    package var title: String
    package var figures: TicketFigures
}

/// A part of a period in the course of a report.
package struct TicketCourse: Hashable, Sendable, Codable {
    /// Its first day.
    package var from: CivilDate
    /// Its last day.
    package var to: CivilDate
    /// What happened in it.
    package var flow: TicketFlow
    /// How many tickets of each level are live at its end, Level 1 first.
    package var live: [Int]
}

/// Work that was booked, as far as it is live: voided and corrected entries do not count.
package struct WorkSum: Hashable, Sendable, Codable {
    /// How many entries.
    package var entries = 0
    /// As it was worked.
    package var worked = Minutes.zero
    /// As it counts, after rounding.
    package var billed = Minutes.zero

    /// Nothing.
    package init() {}

    /// Adds an entry.
    mutating func add(_ entry: TimeEntry) {
        entries += 1
        worked += entry.actual
        billed += entry.billed
    }
}

/// The work of one kind, client, person or week.
package struct WorkLine: Hashable, Sendable, Codable {
    /// Its name; of a week its Monday.
    package var name: String
    /// What people call it.
    package var title: String
    package var work: WorkSum
}

extension [WorkLine] {
    /// Lines of sums, most work first.
    init<Key: CustomStringConvertible>(_ sums: [Key: WorkSum], title: (Key) -> String?) {
        self = sums.map { key, work in
            WorkLine(name: key.description, title: title(key) ?? key.description, work: work)
        }.sorted { ($1.work.billed, $0.name) < ($0.work.billed, $1.name) }
    }
}
