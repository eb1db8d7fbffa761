/// What is wrong with a client's month of work on demand.
package struct MonthDifference: Hashable, Sendable, Codable {
    /// Who pays.
    package var client: Name<Client>
    /// Which month.
    package var month: CivilMonth
    /// What differs: `the total: recorded 95.00 EUR, computed 190.00 EUR`; several with `; ` between
    /// them.
    package var text: String
}

extension MonthClosed {
    /// What differs between this event and the month that the state before it would close. A
    /// statement of another format is left to the release that made it.
    package func difference(from state: State) -> MonthDifference? {
        guard let open = state.onDemand[client]?.open.first, open.month == closed.month else {
            return MonthDifference(
                client: client, month: closed.month, text: "it was not the next month to close")
        }
        let recorded = closed.statement
        let titles = Dictionary(
            recorded.work.map { ($0.service, $0.title) }, uniquingKeysWith: { first, _ in first })
        let nothing = Money(minorUnits: 0, currency: recorded.total.first?.currency ?? "")
        var computed = state.closing(
            open, of: client, at: open.end ?? .earliest, titles: titles,
            rate: closed.assumedRate ?? nothing)
        if recorded.format != OnDemandStatement.formatNow { computed.statement = recorded }
        guard computed != closed else { return nil }
        let differences = FigureDifferences(recorded: closed, computed: computed)
        return MonthDifference(
            client: client, month: closed.month,
            text: differences.texts.joined(separator: "; "))
    }
}

extension FigureDifferences {
    init(recorded: ClosedMonth, computed: ClosedMonth) {
        self.init()
        let (old, new) = (recorded.statement, computed.statement)
        lines("the entry", recorded.entries, computed.entries) { ("\($0)", "entry \($0)") }
        lines("the work in", old.work, new.work) {
            ("\($0.service), level \($0.level.rawValue)", "\($0.minutes)")
        }
        lines("the work at", old.charges, new.charges) {
            ("\($0.rate)", "\($0.minutes), \($0.amount)")
        }
        lines("the adjustment of entry", old.adjustments, new.adjustments) {
            ("\($0.entry)", "\($0.minutes), \($0.amount)")
        }
        lines("the ticket", old.tickets, new.tickets) { ("\($0.ticket)", "\($0.minutes)") }
        lines("the total in", old.total, new.total) { ("\($0.currency)", "\($0)") }
        if let before = old.closedAt, let after = new.closedAt {
            compare("the end of \(recorded.month.last)", before, after)
        }
        compare("the client", old.clientTitle, new.clientTitle)
        compare("the zone", old.zone, new.zone)
        if texts.isEmpty { add("the words of the statement differ") }
    }
}

/// Where statements for work on demand do not carry each entry exactly once: a live entry on one
/// statement, a voided one on none, or billed once and credited once (R4, R10).
extension State {
    /// One for each entry that differs, by client and number; empty when every entry that no contract
    /// pays for stands on exactly one statement.
    package var onDemandDifferences: [MonthDifference] {
        var places: [Name<Client>: OnDemandPlaces] = [:]
        return entries.values.filter { $0.contract == nil }.sorted { $0.number < $1.number }
            .compactMap { entry -> MonthDifference? in
                guard let client = tickets[entry.ticket]?.client else { return nil }
                let known = places[client] ?? OnDemandPlaces(onDemand[client])
                places[client] = known
                return known.difference(entry).map {
                    MonthDifference(
                        client: client, month: CivilMonth(containing: entry.date), text: $0)
                }
            }.sorted { ($0.client, $0.month) < ($1.client, $1.month) }
    }
}

/// How often a client's statements for work on demand carry each entry.
private struct OnDemandPlaces {
    private var billed: [Identifier<TimeEntry>: Int] = [:]
    private var credited: [Identifier<TimeEntry>: Int] = [:]

    init(_ account: OnDemandAccount?) {
        guard let account else { return }
        let closed = account.closed.flatMap(\.statement.adjustments)
        let credits = account.open.flatMap { $0.credits ?? [] }
        let bills =
            account.closed.flatMap(\.entries) + closed.filter { !$0.isVoid }.map(\.entry)
            + account.open.flatMap { $0.entries + ($0.late ?? []) }
        for entry in bills { billed[entry, default: 0] += 1 }
        for credit in closed.filter(\.isVoid) + credits { credited[credit.entry, default: 0] += 1 }
    }

    /// What is wrong with an entry; nil for nothing.
    func difference(_ entry: TimeEntry) -> String? {
        StatementCount(
            billed: billed[entry.number] ?? 0, credited: credited[entry.number] ?? 0
        ).difference(entry)
    }
}
