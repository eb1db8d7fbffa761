/// What a desk, or one client's part of it, did in a period: tickets, promises and work.
///
/// What it tells of days that are over stays as it is: of what happens later it shows only late
/// bookings and voids of their work, merges, the level of a ticket whose work was booked without
/// one, the first responses to live tickets, and the zones and titles of clients and services.
package struct DeskReport: Hashable, Sendable, Codable {
    /// Its first day.
    package var from: CivilDate
    /// Its last day.
    package var to: CivilDate
    /// Whether its last day is over where its clients are; the figures are those so far where it is
    /// not.
    package var over: Bool
    /// When it was made.
    package var at: Instant
    /// The zone of its days; nil where its clients have different ones, and each its own days.
    /// Clients that are archived count by their own days, too, and have no part in it.
    package var zone: ZoneName?
    /// The only client that it is about; nil for all.
    package var client: Name<Client>?
    /// What the client is called.
    package var clientTitle: String?
    /// The only level that it is about; nil for all.
    package var level: Level?
    /// All tickets that it is about. Without times, as levels count time in different ways.
    package var total: TicketFigures
    /// Those of each level that has any, Level 1 first.
    package var levels: [LevelFigures]
    /// Those of each client that has any, by name. Without times.
    package var clients: [ClientFigures]
    /// How it came to be, in days, weeks or months that have begun; oldest first.
    package var course: [TicketCourse]
    /// All work of its days.
    package var work: WorkSum
    /// The same for each service, most work first.
    package var services: [WorkLine]
}

/// What a report is about.
package struct ReportScope: Hashable, Sendable {
    package var period: ReportPeriod
    /// Only of this client; nil: of all.
    package var client: Name<Client>?
    /// Only of this level; nil: of all (R3).
    package var level: Level?

    package init(period: ReportPeriod, client: Name<Client>? = nil, level: Level? = nil) {
        (self.period, self.client, self.level) = (period, client, level)
    }
}

extension State {
    /// Makes a report.
    ///
    /// - Parameter titles: the titles of the services; one without is shown by its name.
    package func deskReport(
        _ scope: ReportScope, at now: Instant, _ calendar: any CivilCalendar,
        titles: [Name<Service>: String]
    ) -> DeskReport {
        let today = todays(of: scope.client, at: now, calendar)
        var count = DeskReportCount(scope, today: today.last, calendar)
        for ticket in tickets.values where scope.client.map({ $0 == ticket.client }) ?? true {
            count.add(ticket, in: self)
        }
        var services: [Name<Service>: WorkSum] = [:]
        var work = WorkSum()
        for entry in entries.values where isMeant(entry, in: scope) {
            services[entry.service, default: WorkSum()].add(entry)
            work.add(entry)
        }
        return DeskReport(
            from: scope.period.from, to: scope.period.to, over: scope.period.to < today.first,
            at: now, zone: commonZone(of: scope.client), client: scope.client,
            clientTitle: scope.client.flatMap { clients[$0]?.title }, level: scope.level,
            total: count.total, levels: count.levels, clients: count.clients(titles: clients),
            course: count.course, work: work,
            services: [WorkLine](services) { titles[$0] })
    }

    /// Whether an entry counts in a report.
    func isMeant(_ entry: TimeEntry, in scope: ReportScope) -> Bool {
        guard entry.isLive, scope.period.contains(entry.date) else { return false }
        if let level = scope.level, self.level(of: entry) != level { return false }
        guard let client = scope.client else { return true }
        return tickets[entry.ticket]?.client == client
    }
}
