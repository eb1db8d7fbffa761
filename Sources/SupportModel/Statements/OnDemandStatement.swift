/// What a client is to pay for a month's work on demand, and for what (R4).
///
/// That of a closed month is frozen in the record that closed it, with every word that could change
/// later. `format` says how it was made.
package struct OnDemandStatement: Hashable, Sendable, Codable {
    /// The form that this release makes.
    package static let formatNow = 1

    /// How the statement was made; `formatNow` on the day.
    package var format: Int
    /// Who pays.
    package var client: Name<Client>
    /// What the client was called.
    package var clientTitle: String
    /// The zone in which the month ends.
    package var zone: ZoneName
    /// Which month.
    package var month: CivilMonth
    /// By service, then level.
    package var work: [OnDemandWork]
    /// What the work costs, one for each rate, by currency and rate.
    package var charges: [OnDemandCharge]
    /// What is carried for earlier months, in order of entry.
    package var adjustments: [OnDemandAdjustment]
    /// Tickets worked on, in order of number.
    package var tickets: [OnDemandTicket]
    /// What is to be paid: one amount for each currency, and at least one.
    package var total: [Money]
    /// When it was frozen: the boundary's own time; nil while the month runs.
    package var closedAt: Instant?
}

/// The work of one service and level on demand in a month.
package struct OnDemandWork: Hashable, Sendable, Codable {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// What the catalogue called it when the statement was made, cut to
    /// `Limits.statementTextBytesMax` bytes.
    package var title: String
    /// The level of its tickets when it was booked (R3).
    package var level: Level
    /// How much.
    package var minutes: Minutes
}

/// The work of a month at one rate.
package struct OnDemandCharge: Hashable, Sendable, Codable {
    /// What an hour cost when it was booked (R4).
    package var rate: Money
    /// How much.
    package var minutes: Minutes
    /// `minutes` at `rate`, rounded half up once, on the whole.
    package var amount: Money
}

/// One ticket that was worked on in a month.
package struct OnDemandTicket: Hashable, Sendable, Codable {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to `Limits.statementTextBytesMax` bytes.
    package var subject: String
    /// How much.
    package var minutes: Minutes
}

/// What a statement carries for an earlier month: a late entry, or a void after that month closed.
/// Amounts of a void are negative.
package struct OnDemandAdjustment: Hashable, Sendable, Codable {
    /// The entry that was booked late or voided.
    package var entry: Identifier<TimeEntry>
    /// True for a void, false for a late entry.
    package var isVoid: Bool
    /// The month of the work.
    package var month: CivilMonth
    /// The ticket of the work.
    package var ticket: Identifier<Ticket>
    /// The day of the work.
    package var date: CivilDate
    /// What kind of work it was.
    package var service: Name<Service>
    /// How much is billed, or given back.
    package var minutes: Minutes
    /// What an hour cost when it was booked.
    package var rate: Money
    /// What that comes to, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// Why it came late, or why it was voided.
    package var reason: String

    /// What an entry that came late is billed.
    init(late entry: TimeEntry, rate: Money) {
        self.init(entry, isVoid: false, rate: rate, reason: entry.late?.reason ?? "")
    }

    /// What the void of an entry gives back.
    init(void entry: TimeEntry, rate: Money, reason: String) {
        self.init(entry, isVoid: true, rate: rate, reason: reason)
    }

    private init(_ entry: TimeEntry, isVoid: Bool, rate: Money, reason: String) {
        self.entry = entry.number
        self.isVoid = isVoid
        month = CivilMonth(containing: entry.date)
        ticket = entry.ticket
        date = entry.date
        service = entry.service
        minutes = isVoid ? .zero - entry.billed : entry.billed
        self.rate = rate
        amount = rate.forWork(minutes)
        self.reason = reason
    }
}

/// Finding the statement that a caller means.
extension State {
    /// The statement of a client's month: as it was frozen, or as it stands; refused where the month
    /// holds no work on demand.
    ///
    /// - Parameters:
    ///   - titles: what the services are called, for an open month.
    ///   - rate: for entries of an open month that kept none.
    package func onDemandStatement(
        of name: Name<Client>, _ month: CivilMonth, titles: [Name<Service>: String], rate: Money
    ) throws(Refusal) -> OnDemandStatement {
        let client = try client(name)
        let account = onDemand[name]
        if let closed = account?.closed.first(where: { $0.month == month }) {
            return closed.statement
        }
        guard let open = account?.open.first(where: { $0.month == month }) else {
            throw .unknownMonth(client.name, month, known: account?.months ?? [])
        }
        return statement(of: open, for: name, titles: titles, rate: rate)
    }
}

/// Making statements out of a month's entries.
extension State {
    /// The statement of a month that runs, as it stands.
    func statement(
        of month: OpenMonth, for client: Name<Client>, titles: [Name<Service>: String], rate: Money
    ) -> OnDemandStatement {
        let booked = entries(of: month)
        let charges = charges(booked, rate)
        let adjustments = adjustments(of: month, rate)
        return OnDemandStatement(
            format: OnDemandStatement.formatNow, client: client,
            clientTitle: clients[client]?.title ?? client.text,
            zone: month.zone ?? clients[client]?.zone ?? .utc, month: month.month,
            work: work(booked, titles), charges: charges, adjustments: adjustments,
            tickets: tickets(booked),
            total: Money.sums(charges.map(\.amount) + adjustments.map(\.amount), else: rate))
    }

    /// What a month that runs comes to, in each currency.
    package func due(of month: OpenMonth?, rate: Money) -> [Money] {
        guard let month else { return Money.sums([], else: rate) }
        let charges = charges(entries(of: month), rate)
        return Money.sums(
            charges.map(\.amount) + adjustments(of: month, rate).map(\.amount), else: rate)
    }

    /// The frozen form of a month as its live entries stand.
    func closing(
        _ month: OpenMonth, of client: Name<Client>, at end: Instant,
        titles: [Name<Service>: String], rate: Money
    ) -> ClosedMonth {
        var statement = statement(of: month, for: client, titles: titles, rate: rate)
        statement.closedAt = end
        let billed = entries(of: month)
        let late = (month.late ?? []).compactMap { entries[$0] }
        let isAssumed = (billed + late).contains { $0.rate == nil }
        return ClosedMonth(
            entries: billed.map(\.number), assumedRate: isAssumed ? rate : nil,
            statement: statement)
    }

    /// In order of day, then of booking.
    private func entries(of month: OpenMonth) -> [TimeEntry] {
        month.entries.compactMap { entries[$0] }
            .sorted { ($0.date, $0.number) < ($1.date, $1.number) }
    }

    private func adjustments(of month: OpenMonth, _ rate: Money) -> [OnDemandAdjustment] {
        let late = (month.late ?? []).compactMap { entries[$0] }
            .map { OnDemandAdjustment(late: $0, rate: $0.rate ?? rate) }
        return (late + (month.credits ?? [])).sorted { $0.entry < $1.entry }
    }

    private func charges(_ booked: [TimeEntry], _ rate: Money) -> [OnDemandCharge] {
        let byRate = booked.reduce(into: [Money: Minutes]()) {
            $0[$1.rate ?? rate, default: .zero] += $1.billed
        }
        return byRate.map {
            OnDemandCharge(rate: $0.key, minutes: $0.value, amount: $0.key.forWork($0.value))
        }.sorted {
            ($0.rate.currency, $0.rate.minorUnits) < ($1.rate.currency, $1.rate.minorUnits)
        }
    }

    private func work(
        _ booked: [TimeEntry], _ titles: [Name<Service>: String]
    ) -> [OnDemandWork] {
        var lines: [Name<Service>: [Level: OnDemandWork]] = [:]
        for entry in booked {
            let (service, level) = (entry.service, level(of: entry))
            let none = OnDemandWork(
                service: service,
                title: BoundedText.cut(
                    titles[service] ?? service.text, bytesMax: Limits.statementTextBytesMax),
                level: level, minutes: .zero)
            lines[service, default: [:]][level, default: none].minutes += entry.billed
        }
        return lines.values.flatMap(\.values).sorted {
            ($0.service, $0.level) < ($1.service, $1.level)
        }
    }

    private func tickets(_ booked: [TimeEntry]) -> [OnDemandTicket] {
        var lines: [Identifier<Ticket>: OnDemandTicket] = [:]
        for entry in booked {
            let subject = tickets[entry.ticket]?.subject ?? ""
            let none = OnDemandTicket(
                ticket: entry.ticket,
                subject: BoundedText.cut(subject, bytesMax: Limits.statementTextBytesMax),
                minutes: .zero)
            lines[entry.ticket, default: none].minutes += entry.billed
        }
        return lines.values.sorted { $0.ticket < $1.ticket }
    }
}

extension Money {
    /// The sums of amounts, one for each currency, in order of currency; nothing of the currency of
    /// another amount where there are none.
    static func sums(_ amounts: [Money], else other: Money) -> [Money] {
        guard !amounts.isEmpty else { return [Money(minorUnits: 0, currency: other.currency)] }
        return Dictionary(grouping: amounts, by: \.currency).values.compactMap { same in
            same.dropFirst().reduce(same.first) { sum, next in sum.map { $0 + next } }
        }.sorted { $0.currency < $1.currency }
    }
}
