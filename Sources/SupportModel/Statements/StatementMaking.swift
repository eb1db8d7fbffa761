/// Makes statements from a contract's account.
extension State {
    /// The present statement of a contract's open cycle; `closing` makes the final one.
    ///
    /// - Parameter titles: the titles of the services; a service without one is shown by its name.
    package func statement(
        of contract: Contract, _ open: Cycle, _ coverage: Coverage,
        titles: [Name<Service>: String]
    ) -> Statement {
        let terms = contract.terms
        let fee = StatementFee(terms, open)
        let extra = StatementExtra(
            minutes: coverage.extra, rate: terms.extraRate,
            amount: terms.extraRate.forWork(coverage.extra))
        let adjustments = contract.adjustments(coverage)
        let adjusted = adjustments.reduce(
            Money(minorUnits: 0, currency: terms.extraRate.currency)
        ) { $0 + $1.amount }
        return Statement(
            format: Statement.formatNow, contract: contract.number, client: contract.client,
            clientTitle: clients[contract.client]?.title ?? contract.client.text,
            project: contract.project, manager: contract.manager, title: terms.title,
            zone: contract.zone, cycle: open, fee: fee, grouped: coverage.pool.grouped,
            used: coverage.used, expired: .zero, left: coverage.left,
            group: contract.group(ofCycle: open.index),
            work: work(zip(contract.account.entries, coverage.splits), titles), extra: extra,
            adjustments: adjustments, adjusted: adjusted,
            tickets: tickets(zip(contract.account.entries, coverage.splits)),
            total: fee.total + extra.amount + adjusted)
    }

    /// The statement of a closed cycle whose journal kept none, of format 0: made from the stored
    /// figures and from data that cannot change, so the client and the services are shown by their
    /// names.
    func remadeStatement(of contract: Contract, _ closed: ClosedCycle) -> Statement {
        let terms = closed.terms ?? contract.terms
        let fee = StatementFee(terms, closed.cycle)
        let extra = StatementExtra(
            minutes: closed.extra, rate: terms.extraRate,
            amount: terms.extraRate.forWork(closed.extra))
        let covered = closed.splits.compactMap { split in
            entries[split.entry].map { ($0, split) }
        }
        return Statement(
            format: Statement.formatRemade, contract: contract.number, client: contract.client,
            clientTitle: contract.client.text, project: contract.project,
            manager: contract.manager, title: terms.title, zone: contract.zone,
            cycle: closed.cycle, fee: fee, grouped: closed.grouped ?? .zero, used: closed.used,
            expired: closed.expired, left: closed.left,
            group: contract.group(ofCycle: closed.cycle.index),
            work: work(covered, [:]), extra: extra, adjustments: [],
            adjusted: Money(minorUnits: 0, currency: terms.extraRate.currency),
            tickets: tickets(covered), total: fee.total + extra.amount, closedAt: closed.closedAt)
    }

    private func work(
        _ covered: some Sequence<(TimeEntry, EntrySplit)>, _ titles: [Name<Service>: String]
    ) -> [StatementWork] {
        var lines: [Name<Service>: [Level: StatementWork]] = [:]
        for (entry, split) in covered {
            let (service, level) = (entry.service, level(of: entry))
            var line =
                lines[service]?[level]
                ?? StatementWork(
                    service: service,
                    title: BoundedText.cut(
                        titles[service] ?? service.text, bytesMax: Limits.statementTextBytesMax),
                    level: level, package: .zero, grouped: .zero, extra: .zero)
            line.package += split.package
            line.grouped += split.grouped
            line.extra += split.extra
            lines[service, default: [:]][level] = line
        }
        return lines.values.flatMap(\.values).sorted {
            ($0.service, $0.level) < ($1.service, $1.level)
        }
    }

    private func tickets(
        _ covered: some Sequence<(TimeEntry, EntrySplit)>
    ) -> [StatementTicket] {
        var lines: [Identifier<Ticket>: StatementTicket] = [:]
        for (entry, split) in covered {
            lines[entry.ticket, default: line(entry.ticket)].package += split.drawn
            lines[entry.ticket, default: line(entry.ticket)].extra += split.extra
        }
        return lines.values.sorted { $0.ticket < $1.ticket }
    }

    private func line(_ number: Identifier<Ticket>) -> StatementTicket {
        let subject = tickets[number]?.subject ?? ""
        return StatementTicket(
            ticket: number,
            subject: BoundedText.cut(subject, bytesMax: Limits.statementTextBytesMax),
            package: .zero, extra: .zero)
    }

    /// The level that a ticket had when the entry was booked, as far as the journal records it.
    func level(of entry: TimeEntry) -> Level {
        entry.level ?? (entry.emergency ? .emergency : tickets[entry.ticket]?.level ?? .regular)
    }
}

extension Contract {
    /// The adjustments of earlier cycles on the open cycle's statement, in order of entry.
    package func adjustments(_ coverage: Coverage) -> [Adjustment] {
        let late = zip(account.late ?? [], coverage.late).map { entry, split in
            let rate = terms(whenInCycle: entry.cycle ?? 0).extraRate
            return Adjustment(
                entry: entry.number, isVoid: false, cycle: entry.cycle ?? 0,
                settledIn: settledIn(entry.cycle ?? 0), ticket: entry.ticket,
                date: entry.date, service: entry.service, settled: split.drawn,
                grouped: split.grouped == .zero ? nil : split.grouped, extra: split.extra,
                rate: rate, amount: rate.forWork(split.extra),
                reason: entry.late?.reason ?? "")
        }
        return (late + (account.credits ?? [])).sorted { $0.entry < $1.entry }
    }

    /// The cycle with which the hours of a closed cycle expired, if that is another one.
    func settledIn(_ index: Int) -> Int? {
        let expiry = expiry(ofCycle: index)
        return expiry == index ? nil : expiry
    }

    /// The final form of the open cycle, computed from its live entries (R10, R11).
    package func closing(
        _ open: Cycle, in state: State, titles: [Name<Service>: String]
    ) -> ClosedCycle {
        let coverage = Coverage(of: self)
        let isFirstOfGroup = group(ofCycle: open.index)?.first == open.index
        // Hours that the first cycle of a group leaves pass to the second; nothing expires.
        let grouped = isFirstOfGroup ? coverage.used - open.granted : coverage.pool.grouped
        let expired = open.granted + grouped - coverage.used
        var statement = state.statement(of: self, open, coverage, titles: titles)
        statement.grouped = grouped
        statement.expired = expired
        statement.left = .zero
        statement.closedAt = open.end
        return ClosedCycle(
            cycle: open, used: coverage.used, extra: coverage.extra, expired: expired,
            splits: coverage.splits, weeks: coverage.weeks, closedAt: open.end,
            grouped: grouped == .zero ? nil : grouped, terms: terms, statement: statement)
    }
}
