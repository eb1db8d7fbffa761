/// Closes a client's month of work on demand once its end has come (R4, R10). Late, twice or early
/// changes nothing more.
package struct CloseMonth: Command {
    /// Whose month is to be closed.
    package var client: Name<Client>
    /// Which month: closing goes by identity, so that no clock can close one twice.
    package var month: CivilMonth

    package init(client: Name<Client>, month: CivilMonth) {
        (self.client, self.month) = (client, month)
    }

    /// One `MonthClosed` at the boundary's own time; nothing for a month that is not the next to
    /// close or not over. Where nobody has decided when it ends, a `MonthOpened` decides that.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard state.clockDoubt == nil, let open = state.onDemand[client]?.open.first,
            open.month == month
        else { return Decision([]) }
        guard let end = open.end else {
            return Decision((), try state.opening(month, of: client, context))
        }
        guard end <= context.now else { return Decision([]) }
        let closed = state.closing(
            open, of: client, at: end, titles: context.catalogue.serviceTitles,
            rate: context.catalogue.onDemandRate)
        return Decision((), MonthClosed(client: client, closed: closed))
    }
}

extension State {
    /// The event that opens a client's month, or decides again when it ends: at local midnight where
    /// the client is.
    func opening(
        _ month: CivilMonth, of client: Name<Client>, in zone: ZoneName? = nil, _ context: Context
    ) throws(Refusal) -> MonthOpened {
        let known = try self.client(client)
        let zone = zone ?? known.zone
        let end = try context.zone(zone).startOfDay(month.next.first)
        return MonthOpened(client: client, month: month, end: end, zone: zone)
    }

    /// The command that closes what ends at a boundary, the open cycle of a contract or the first open
    /// month of a client; nil where none is open.
    package func closing(_ boundary: Boundary) -> (any Command)? {
        switch boundary.owner {
        case .contract(let number):
            contracts[number]?.account.open.map { CloseCycle(contract: number, index: $0.index) }
        case .client(let name):
            onDemand[name]?.open.first.map { CloseMonth(client: name, month: $0.month) }
        }
    }
}

/// A client's month of work on demand got something to bill, or another end as its zone changed (R4).
package struct MonthOpened: DeskEvent {
    package static let type = "month.opened"
    /// Who pays.
    var client: Name<Client>
    /// Which month.
    var month: CivilMonth
    /// Local midnight after its last day: when it closes.
    var end: Instant
    /// The zone of that midnight.
    var zone: ZoneName

    /// Opens the month, or moves its end.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.changeOnDemand(of: client) { $0.open(month, until: end, in: zone) }
    }

    /// `on-demand month 2026-11 of acme is open until the end of 2026-11-30, Europe/Berlin`.
    package var summary: String {
        "on-demand month \(month) of \(client) is open until the end of \(month.last), \(zone)"
    }
}

/// A client's month of work on demand ended: its statement is frozen (R4, R10).
package struct MonthClosed: DeskEvent {
    package static let type = "month.closed"
    /// Who pays.
    package var client: Name<Client>
    /// The month's entries and statement, from now on the only ones that count (R10).
    package var closed: ClosedMonth

    /// Freezes the month and lets go of its entries.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.changeOnDemand(of: client) { $0.close(closed) }
    }

    /// `on-demand month 2026-11 of acme closed at the end of 2026-11-30, UTC: 190.00 EUR`.
    package var summary: String {
        let total = closed.statement.total.map(\.description).joined(separator: ", ")
        return "\(summaryWithoutMoney): \(total)"
    }

    /// The same without the amount.
    package var summaryWithoutMoney: String {
        "on-demand month \(closed.month) of \(client) closed "
            + CycleEnd.text(closed.month.last, closed.statement.zone)
    }
}

/// The events of months of work on demand.
enum MonthEvents {
    static let all: [any DeskEvent.Type] = [MonthOpened.self, MonthClosed.self]
}
