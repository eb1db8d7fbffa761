/// Making statements out of a contract's account.
extension State {
    /// The statement of a contract's open cycle as it stands; frozen by `closing`.
    ///
    /// - Parameter titles: what the services are called; a service that it leaves out keeps its name.
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
            group: contract.group(ofCycle: open.index).map(StatementGroup.init),
            work: work(contract, coverage, titles), extra: extra, adjustments: adjustments,
            adjusted: adjusted, tickets: tickets(contract, coverage),
            total: fee.total + extra.amount + adjusted)
    }

    private func work(
        _ contract: Contract, _ coverage: Coverage, _ titles: [Name<Service>: String]
    ) -> [StatementWork] {
        var lines: [StatementWork] = []
        for (entry, split) in zip(contract.account.entries, coverage.splits) {
            let level = level(of: entry)
            let place =
                lines.firstIndex { $0.service == entry.service && $0.level == level }
                ?? lines.endIndex
            if place == lines.endIndex {
                lines.append(
                    StatementWork(
                        service: entry.service, title: titles[entry.service] ?? entry.service.text,
                        level: level, package: .zero, grouped: .zero, extra: .zero))
            }
            lines[place].package += split.package
            lines[place].grouped += split.grouped
            lines[place].extra += split.extra
        }
        return lines.sorted { ($0.service, $0.level) < ($1.service, $1.level) }
    }

    private func tickets(_ contract: Contract, _ coverage: Coverage) -> [StatementTicket] {
        var lines: [Identifier<Ticket>: StatementTicket] = [:]
        for (entry, split) in zip(contract.account.entries, coverage.splits) {
            lines[entry.ticket, default: line(entry.ticket)].package += split.drawn
            lines[entry.ticket, default: line(entry.ticket)].extra += split.extra
        }
        return lines.values.sorted { $0.ticket < $1.ticket }
    }

    private func line(_ number: Identifier<Ticket>) -> StatementTicket {
        let subject = tickets[number]?.subject ?? ""
        return StatementTicket(
            ticket: number,
            subject: BoundedText.cut(subject, bytesMax: Limits.statementSubjectBytesMax),
            package: .zero, extra: .zero)
    }

    /// The level that a ticket had when the entry was booked, as far as the journal tells.
    private func level(of entry: TimeEntry) -> Level {
        entry.level ?? (entry.emergency ? .emergency : tickets[entry.ticket]?.level ?? .regular)
    }
}

extension Contract {
    /// What the open cycle's statement carries for earlier ones, in order of entry.
    package func adjustments(_ coverage: Coverage) -> [Adjustment] {
        let late = zip(account.late ?? [], coverage.late).map { entry, split in
            let rate = terms(whenInCycle: entry.cycle ?? 0).extraRate
            return Adjustment(
                entry: entry.number, isVoid: false, cycle: entry.cycle ?? 0, ticket: entry.ticket,
                date: entry.date, service: entry.service, settled: split.package,
                extra: split.extra, rate: rate, amount: rate.forWork(split.extra),
                reason: entry.late?.reason ?? "")
        }
        return (late + (account.credits ?? [])).sorted { $0.entry < $1.entry }
    }

    /// The frozen form of the open cycle as its live entries stand (R10, R11).
    package func closing(
        _ open: Cycle, in state: State, titles: [Name<Service>: String]
    ) -> ClosedCycle {
        let coverage = Coverage(of: self)
        let isFirstOfGroup = group(ofCycle: open.index)?.first == open.index
        // What the first cycle of a group leaves goes on to the second; nothing expires.
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
