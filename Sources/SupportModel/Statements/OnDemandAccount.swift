import HashTreeCollections

/// What a client has had done on demand: the months that run, and those that have closed (R4).
///
/// A month is one of the calendar, in the client's zone. Only months that hold something are kept,
/// so a client without such work has no account.
package struct OnDemandAccount: Hashable, Sendable, Codable {
    /// Who pays.
    package var client: Name<Client>
    /// Months that have not closed, in order. Mostly one; more where the clock was set back, and in
    /// journals of before months were closed.
    package var open: [OpenMonth] = []
    /// Months that have closed, in order.
    package var closed: [ClosedMonth] = []

    /// An account that holds nothing.
    init(client: Name<Client>) { self.client = client }

    /// The months that there are, in order.
    package var months: [CivilMonth] { closed.map(\.month) + open.map(\.month) }

    /// Whether there is no month.
    var isEmpty: Bool { open.isEmpty && closed.isEmpty }

    /// The open month that an entry stands in, as work of that month or as a late one.
    package func openMonth(holding entry: Identifier<TimeEntry>) -> OpenMonth? {
        open.first { $0.entries.contains(entry) || $0.late?.contains(entry) ?? false }
    }

    /// The closed month whose statement carries an entry as billed.
    package func closedMonth(billing entry: Identifier<TimeEntry>) -> ClosedMonth? {
        closed.first { closed in
            closed.entries.contains(entry)
                || closed.statement.adjustments.contains { $0.entry == entry && !$0.isVoid }
        }
    }

    /// The next end of a month; one that was never decided is due at once, to be decided.
    var boundary: Boundary? {
        open.first.map { Boundary(at: $0.end ?? .earliest, owner: .client(client)) }
    }

    /// The open month, made where it is not there.
    fileprivate mutating func withMonth(
        _ month: CivilMonth, _ change: (inout OpenMonth) -> Void
    ) {
        let place = open.firstIndex { $0.month >= month } ?? open.count
        if place == open.count || open[place].month != month {
            open.insert(OpenMonth(month: month), at: place)
        }
        change(&open[place])
    }

    /// Opens a month, or decides its end again.
    mutating func open(_ month: CivilMonth, until end: Instant, in zone: ZoneName) {
        withMonth(month) {
            $0.end = end
            $0.zone = zone
        }
    }

    /// Adds a live entry: to the month of its day, and a late one to the month that runs.
    mutating func add(_ entry: TimeEntry) {
        let month = CivilMonth(containing: entry.date)
        guard entry.late != nil else {
            return withMonth(month) { $0.entries.append(entry.number) }
        }
        withMonth(open.last?.month ?? month) { $0.late = ($0.late ?? []) + [entry.number] }
    }

    /// Takes an entry out, as a void does; a month that then holds nothing is gone.
    mutating func remove(_ entry: Identifier<TimeEntry>) {
        for place in open.indices {
            open[place].entries.removeAll { $0 == entry }
            let late = open[place].late?.filter { $0 != entry } ?? []
            open[place].late = late.isEmpty ? nil : late
        }
        open.removeAll(where: \.isEmpty)
    }

    /// Adds the credit for a void in a closed month.
    mutating func credit(_ credit: OnDemandAdjustment) {
        withMonth(open.last?.month ?? credit.month) { $0.credits = ($0.credits ?? []) + [credit] }
    }

    /// Freezes a month and lets go of its entries.
    mutating func close(_ month: ClosedMonth) {
        open.removeAll { $0.month == month.month }
        closed.append(month)
    }
}

/// A month that has not closed, and what its statement will carry.
package struct OpenMonth: Hashable, Sendable, Codable {
    /// Which month.
    package var month: CivilMonth
    /// Local midnight after its last day, as it was decided; nil while it is not, in journals of
    /// before months were closed.
    package var end: Instant?
    /// The zone in which that midnight was decided.
    package var zone: ZoneName?
    /// Live entries of its days, in order of booking.
    package var entries: [Identifier<TimeEntry>] = []
    /// Live entries of earlier months that came late, in order of booking; nil for none.
    package var late: [Identifier<TimeEntry>]?
    /// Entries of closed months that were voided since; nil for none.
    package var credits: [OnDemandAdjustment]?

    /// Whether there is nothing to bill.
    var isEmpty: Bool { entries.isEmpty && late == nil && credits == nil }

    /// How many adjustments for earlier months it carries.
    var adjustmentCount: Int { (late?.count ?? 0) + (credits?.count ?? 0) }
}

/// A month that has ended: it never changes (R10).
package struct ClosedMonth: Hashable, Sendable, Codable {
    /// Live entries of its days, in order of day, then of booking.
    package var entries: [Identifier<TimeEntry>]
    /// What was taken for entries that kept no rate, in journals of before they did; nil where all
    /// did.
    package var assumedRate: Money?
    /// The statement as it was frozen.
    package var statement: OnDemandStatement

    /// Which month.
    package var month: CivilMonth { statement.month }
}

extension State {
    /// Puts a client's account in its place, and its next boundary among the others; one that holds
    /// nothing is taken out.
    mutating func put(_ account: OnDemandAccount) {
        replace(onDemand[account.client]?.boundary, by: account.boundary)
        onDemand[account.client] = account.isEmpty ? nil : account
    }

    /// Changes the account of a client, who may have none yet.
    mutating func changeOnDemand(
        of client: Name<Client>, _ change: (inout OnDemandAccount) -> Void
    ) {
        let old = onDemand[client]?.boundary
        // Taken out, so that its months have one owner and grow in place.
        var account = onDemand.removeValue(forKey: client) ?? OnDemandAccount(client: client)
        change(&account)
        if !account.isEmpty { onDemand[client] = account }
        replace(old, by: account.boundary)
    }

    /// The same for the client of a ticket.
    mutating func changeOnDemand(
        ofTicket ticket: Identifier<Ticket>, _ change: (inout OnDemandAccount) -> Void
    ) {
        guard let client = tickets[ticket]?.client else { return }
        changeOnDemand(of: client, change)
    }
}
