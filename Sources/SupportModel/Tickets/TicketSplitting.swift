/// Splits a part of a live ticket off as a ticket of its own, for the same client and the same payer.
///
/// Time that was booked stays where it is. The new ticket counts from when the client asked: from the
/// first of the notes that go with it, or else from where the ticket itself counts.
package struct SplitTicket: TicketCommand, Codable {
    package var ticket: Identifier<Ticket>
    /// The subject of the new ticket, in one line.
    package var subject: String
    /// Its full description, at most `Limits.bodyCharactersMax` characters; may be empty.
    package var body: String?
    /// Its level; nil: the same (R3).
    package var level: Level?
    /// Its kind of work; nil: the same (R2).
    package var service: Name<Service>?
    /// The notes that go with it, by their places in the history, 1 for the first; nil for none.
    package var notes: [Int]?

    package init(
        ticket: Identifier<Ticket>, subject: String, body: String? = nil, level: Level? = nil,
        service: Name<Service>? = nil, notes: [Int]? = nil
    ) {
        (self.ticket, self.subject, self.body) = (ticket, subject, body)
        (self.level, self.service, self.notes) = (level, service, notes)
    }

    /// One `TicketOpened` and one `TicketSplit`, of the new ticket; refused unless the ticket is live, and
    /// for a place in its history that is no note.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.liveTicket(ticket)
        _ = try state.currentClient(found.client)
        if let service, context.catalogue.service(service) == nil {
            throw .unknown(.service, service.text)
        }
        try found.expectLinkable()
        let places = Set(notes ?? []).sorted()
        for place in places {
            guard found.remarks.indices.contains(place - 1), found.remarks[place - 1].isNote else {
                throw .invalid(.notes, .ticket(.noSuchNote(ticket, place)))
            }
        }
        let number = Identifier<Ticket>(after: state.lastTicket)
        return Decision(
            number,
            TicketOpened(
                number: number, client: found.client, contract: found.contract,
                level: level ?? found.level, service: service ?? found.service,
                subject: try BoundedText.line(subject, .subject),
                body: try BoundedText.body(body ?? "", .body), source: .client, monitor: nil),
            TicketSplit(ticket: ticket, into: number, notes: places.isEmpty ? nil : places))
    }
}

/// A ticket that was just opened was split off another one.
package struct TicketSplit: DeskEvent {
    package static let type = "ticket.split"
    var ticket: Identifier<Ticket>
    /// The new ticket.
    var into: Identifier<Ticket>
    /// The places in the history of the notes that went with it, lowest first; nil for none.
    var notes: [Int]?

    /// Moves the notes, gives the new ticket its clock, and links both.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard let source = state.tickets[ticket] else { return }
        let places = (notes ?? []).filter { source.remarks.indices.contains($0 - 1) }
        let moved = places.map { source.remarks[$0 - 1] }
        let start = moved.map(\.at).min() ?? source.clockStart
        var clock = source.clock ?? TicketClock()
        if moved.isEmpty { clock.begin(at: start) } else { clock = clock.pauses(since: start) }
        clock.align(with: .open, at: state.believed(stamp.at))
        let remark = "\(LinkKind.continuedBy.words) ticket \(into)"
        state.change(ticket, stamp, remark: remark) {
            for place in places.reversed() { $0.remarks.remove(at: place - 1) }
            $0.add(TicketLink(kind: .continuedBy, ticket: into))
        }
        state.change(into, stamp, remark: "\(LinkKind.continues.words) ticket \(ticket)") {
            $0.remarks = moved.map { remark in
                var moved = remark
                moved.of = remark.of ?? ticket
                return moved
            }
            $0.clock = clock
            $0.noteInherited(response: clock.respondedAt)
            $0.add(TicketLink(kind: .continues, ticket: ticket))
        }
    }

    /// `ticket 31 split off ticket 12`.
    package var summary: String { "ticket \(into) split off ticket \(ticket)" }
}
