/// Who worked how much in a period, for whom, at what and when.
package struct HoursReport: Hashable, Sendable, Codable {
    /// Its first day.
    package var from: CivilDate
    /// Its last day.
    package var to: CivilDate
    /// Whether its last day is over where its clients are; the figures are those so far where it is
    /// not.
    package var over: Bool
    /// When it was made.
    package var at: Instant
    /// The only client that it is about; nil for all.
    package var client: Name<Client>?
    /// What the client is called.
    package var clientTitle: String?
    /// The only level that it is about; nil for all.
    package var level: Level?
    /// All work of its days.
    package var work: WorkSum
    /// The same for each client, most work first.
    package var clients: [WorkLine]
    /// The same for each service, most work first.
    package var services: [WorkLine]
    /// The same for each person, most work first: who did it, or who booked it where nobody of the
    /// staff is known.
    package var staff: [WorkLine]
    /// The same for each week that has any, oldest first; its title is its ISO 8601 name.
    package var weeks: [WorkLine]
}

extension State {
    /// Makes a report.
    ///
    /// - Parameter titles: the titles of the services; one without is shown by its name.
    package func hoursReport(
        _ scope: ReportScope, at now: Instant, _ calendar: any CivilCalendar,
        titles: [Name<Service>: String]
    ) -> HoursReport {
        var work = WorkSum()
        var byClient: [Name<Client>: WorkSum] = [:]
        var byService: [Name<Service>: WorkSum] = [:]
        var byPerson: [String: WorkSum] = [:]
        var byWeek: [CivilDate: WorkSum] = [:]
        for entry in entries.values where isMeant(entry, in: scope) {
            work.add(entry)
            byService[entry.service, default: WorkSum()].add(entry)
            let person = entry.staff?.text ?? entry.bookedBy.description
            byPerson[person, default: WorkSum()].add(entry)
            byWeek[Week(containing: entry.date).monday, default: WorkSum()].add(entry)
            if let client = tickets[entry.ticket]?.client {
                byClient[client, default: WorkSum()].add(entry)
            }
        }
        return HoursReport(
            from: scope.period.from, to: scope.period.to,
            over: scope.period.to < todays(of: scope.client, at: now, calendar).first, at: now,
            client: scope.client, clientTitle: scope.client.flatMap { clients[$0]?.title },
            level: scope.level, work: work,
            clients: [WorkLine](byClient) { clients[$0]?.title },
            services: [WorkLine](byService) { titles[$0] },
            staff: [WorkLine](byPerson) { _ in nil },
            weeks: [WorkLine](byWeek) { "\(Week(containing: $0))" }.sorted { $0.name < $1.name })
    }
}
