/// What a booking or a void does to a client's statement for work on demand.
package struct OnDemandChange: Hashable, Sendable {
    /// Who pays.
    package private(set) var client: Name<Client>
    /// The month whose statement changes.
    package private(set) var month: CivilMonth
    /// The month as it was before; nil where it held nothing.
    package private(set) var before: OpenMonth?
    /// The earlier month of an entry that came late or was voided late, whose own statement stays
    /// as it is; nil for others.
    package private(set) var adjusts: CivilMonth?

    /// The same change when more of the same record follow.
    func followed(by next: OnDemandChange) -> OnDemandChange {
        var both = self
        both.adjusts = adjusts ?? next.adjusts
        return both
    }
}

/// The rules that work on demand must pass: its month, as a cycle is asked for work of a contract.
struct OnDemandBooking {
    let state: State
    let client: Client
    let today: CivilDate

    init(_ state: State, _ client: Client, _ context: Context) throws(Refusal) {
        (self.state, self.client) = (state, client)
        today = try context.zone(client.zone).date(at: context.now)
    }

    private var account: OnDemandAccount? { state.onDemand[client.name] }

    /// The month whose statement takes late work: one that runs, or else that of today.
    private var running: CivilMonth { account?.open.last?.month ?? current }

    /// The month of today, or the first that has not closed where the clock was set back.
    private var current: CivilMonth {
        let month = CivilMonth(containing: today)
        return account?.closed.last.map { max($0.month.next, month) } ?? month
    }

    /// What a day's work changes; refused after today, more than 366 days later, and in a month that
    /// is over unless it says that it is late (R10).
    func place(_ date: CivilDate, late: LateMark?) throws(Refusal) -> OnDemandChange {
        guard date <= today, today.daysSinceEpoch - date.daysSinceEpoch <= 366 else {
            throw .dateOutside(date, .work(.notInTheYear(upTo: today)))
        }
        let month = CivilMonth(containing: date)
        if !isOver(month) {
            guard late == nil else { throw .lateness(date, .openMonth(month)) }
            let placed = change(month)
            guard (placed.before?.entries.count ?? 0) < Limits.entriesPerCycleMax else {
                throw .invalid(.cycle, .work(.monthFull(month)))
            }
            return placed
        }
        guard late != nil else { throw .monthClosed(date, client.name, client.zone) }
        return try adjustment(of: month)
    }

    /// Whether work of a month comes late: it has closed, or ended without any work.
    func isOver(_ month: CivilMonth) -> Bool {
        month != current && !(account?.open.contains { $0.month == month } ?? false)
    }

    /// What a late entry, or the void of an entry, of a month that is over changes; refused where the
    /// statement is full.
    func adjustment(of month: CivilMonth) throws(Refusal) -> OnDemandChange {
        let adjusted = change(running, adjusts: month)
        guard (adjusted.before?.adjustmentCount ?? 0) < Limits.adjustmentsPerCycleMax else {
            throw .invalid(.statement, .work(.statementFull))
        }
        return adjusted
    }

    /// The change of a month's statement.
    func change(_ month: CivilMonth, adjusts: CivilMonth? = nil) -> OnDemandChange {
        OnDemandChange(
            client: client.name, month: month,
            before: account?.open.first { $0.month == month }, adjusts: adjusts)
    }

    /// The event, after one that opens its month where that holds nothing so far.
    func events(
        _ change: OnDemandChange, _ event: any DeskEvent, _ context: Context
    ) throws(Refusal) -> [Event] {
        guard change.before == nil else { return [Event(event)] }
        return [Event(try state.opening(change.month, of: client.name, context)), Event(event)]
    }
}

extension AddTime {
    /// One `TimeAdded` for a ticket that no contract pays for, after a `MonthOpened` where it is the
    /// month's first (R4).
    func onDemand(
        _ ticket: Ticket, _ staff: Name<Staff>?, _ state: State, _ context: Context
    ) throws(Refusal) -> Decision<EntryChange> {
        guard !extra, agreement == nil else {
            throw .invalid(.packageOptions, .work(.onDemand))
        }
        let booking = try OnDemandBooking(state, try state.client(ticket.client), context)
        let date = date ?? booking.today
        let change = try booking.place(date, late: late)
        var added = event(ticket, state, contract: nil, cycle: nil, date: date)
        added.rate = replaced?.rate ?? context.catalogue.onDemandRate
        added.late = late
        added.staff = staff
        return Decision(
            EntryChange(entry: added.number, hours: nil, onDemand: change),
            try booking.events(change, added, context))
    }
}

extension VoidTime {
    /// One `TimeVoided` for an entry that no contract pays for; one of a closed month is refused
    /// unless the void says that it is late (R10).
    func onDemand(
        _ found: TimeEntry, _ reason: String, _ state: State, _ context: Context
    ) throws(Refusal) -> Decision<EntryChange> {
        let ticket = try state.ticket(found.ticket)
        let booking = try OnDemandBooking(state, try state.client(ticket.client), context)
        let isLate = late ?? false
        var voided = TimeVoided(entry: entry, reason: reason)
        let change: OnDemandChange
        if let open = state.onDemand[ticket.client]?.openMonth(holding: entry) {
            guard !isLate else {
                throw .lateness(
                    found.date,
                    found.late == nil
                        ? .openMonth(open.month) : .openMonthStatement(open.month, entry: entry))
            }
            change = booking.change(open.month)
        } else {
            guard isLate else {
                throw .monthClosed(found.date, ticket.client, booking.client.zone)
            }
            change = try booking.adjustment(of: CivilMonth(containing: found.date))
            let rate = state.frozenRate(of: found, for: ticket.client)
            voided.onDemandCredit = OnDemandAdjustment(
                void: found, rate: rate ?? context.catalogue.onDemandRate, reason: reason)
        }
        return Decision(
            EntryChange(entry: entry, hours: nil, onDemand: change),
            try booking.events(change, voided, context))
    }
}

extension State {
    /// What an hour of an entry was billed at by the statement that carries it.
    fileprivate func frozenRate(of entry: TimeEntry, for client: Name<Client>) -> Money? {
        entry.rate ?? onDemand[client]?.closedMonth(billing: entry.number)?.assumedRate
    }
}

extension State {
    /// The cycle or month, in words, that is over and for which work of a day on a ticket comes late;
    /// nil for work of an open one.
    func periodOver(
        _ day: CivilDate, for ticket: Ticket, _ context: Context
    ) throws(Refusal) -> String? {
        if let contract = ticket.contract.flatMap({ contracts[$0] }) {
            return contract.account.closed(containing: day).map { "cycle \($0.cycle.index + 1)" }
        }
        let month = CivilMonth(containing: day)
        let booking = try OnDemandBooking(self, client(ticket.client), context)
        return booking.isOver(month) ? "\(month)" : nil
    }
}
