extension State {
    /// Changes a ticket and notes it: version, history, and whether a person has touched it.
    mutating func change(
        _ number: Identifier<Ticket>, _ stamp: Stamp, remark: String, isNote: Bool = false,
        _ body: (inout Ticket) -> Void
    ) {
        guard var ticket = tickets[number] else { return }
        var old = ticket
        // Only the new ticket keeps its history, which is copied as it grows where another has it.
        old.remarks = []
        old.entries = []
        tickets[number] = old
        body(&ticket)
        ticket.version = stamp.sequence
        ticket.remarks.append(
            TicketRemark(at: stamp.at, by: stamp.by, text: remark, isNote: isNote))
        if stamp.by != .desk { ticket.touched = true }
        put(ticket, insteadOf: old)
        link(ticket)
    }

    /// Keeps a monitor pointing at the one ticket that it has open.
    private mutating func link(_ ticket: Ticket) {
        // A monitor of another client may have taken the name of one that was removed.
        guard let name = ticket.monitor, let monitor = monitors[name],
            monitor.client == ticket.client
        else { return }
        if ticket.state.isLive {
            if monitor.ticket == nil { monitors[name]?.ticket = ticket.number }
        } else if monitor.ticket == ticket.number {
            monitors[name]?.ticket = nil
        }
    }
}
