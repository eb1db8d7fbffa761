/// Believes what looks have shown, and opens or resolves the monitor's ticket in the same record.
package struct ChangeMonitorState: Command {
    /// The monitor that was looked at.
    package var monitor: Name<Monitor>
    /// What is believed of it now.
    package var to: MonitorState
    /// What was seen, shortened to one line of `Limits.probeDetailBytesMax` bytes.
    package let detail: String

    /// The change to a state, resting on what was seen, however long that text is.
    package init(monitor: Name<Monitor>, to: MonitorState, detail: String) {
        self.monitor = monitor
        self.to = to
        self.detail = BoundedText.report(detail)
    }

    /// The change, and with it the ticket that it opens, notes or resolves; nothing for a monitor
    /// that is gone, paused or in that state already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard let found = state.monitors[monitor], found.state != to, found.state != .paused
        else { return [] }
        var events = [
            Event(
                MonitorStateChanged(
                    monitor: monitor, from: found.state, to: to, detail: detail))
        ]
        // An outage that goes on after a gap has had its ticket: people may have resolved it since.
        if to == .down, found.downSince == nil {
            events.append(opening(of: found, state, context))
        }
        if to == .up, let number = found.ticket, let ticket = state.tickets[number] {
            events.append(recovery(of: found, ticket, context))
        }
        return events
    }

    /// Opens a ticket, or tells the one that is still open from an earlier outage.
    private func opening(of found: Monitor, _ state: State, _ context: Context) -> Event {
        found.ticket.map { Event(TicketNoted(ticket: $0, text: "down again: \(detail)")) }
            ?? Event(ticket(for: found, state, context))
    }

    private func ticket(for found: Monitor, _ state: State, _ context: Context) -> TicketOpened {
        TicketOpened(
            number: Identifier(after: state.lastTicket), client: found.client,
            contract: state.activeContracts(of: found.client, at: state.believed(context.now))
                .first?.number,
            level: found.level, service: context.catalogue.monitoringService,
            subject: "\(monitor) is down", body: detail, source: .monitor, monitor: monitor)
    }

    /// Resolves the ticket if nobody touched it; otherwise a person does (product, section 3).
    private func recovery(of found: Monitor, _ ticket: Ticket, _ context: Context) -> Event {
        let since = found.downSince ?? found.since
        let milliseconds = max(0, context.now.milliseconds(since: since))
        let words = "up again after \(OutageText.text(milliseconds: milliseconds)): \(detail)"
        return ticket.touched
            ? Event(TicketNoted(ticket: ticket.number, text: words))
            : Event(TicketResolved(ticket: ticket.number, note: words))
    }
}
