/// Writes to the client of a ticket, by mail, and keeps it with the ticket.
package struct ReplyToTicket: TicketCommand, Codable {
    package var ticket: Identifier<Ticket>
    /// What the client is written: 1 to `Limits.bodyCharactersMax` characters, not blank.
    package var text: String
    /// True: the ticket waits for the client from then on.
    package var wait: Bool?

    package init(ticket: Identifier<Ticket>, text: String, wait: Bool? = nil) {
        (self.ticket, self.text, self.wait) = (ticket, text, wait)
    }

    /// One `TicketReplied`, a `NoticeQueued` for each address of the client, and with `wait` a
    /// `TicketWaiting`; refused where no mail can go to the client, and with `wait` unless the ticket is
    /// live.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        let text = try BoundedText.note(text)
        let client = try state.client(found.client)
        guard context.notices.hasMail else { throw .noMail(.noServer) }
        guard state.outbox.liveCount < Limits.noticesLiveMax else { throw .noMail(.outboxFull) }
        guard !client.mails.isEmpty else { throw .noMail(.client(client.name)) }
        if wait ?? false { _ = try state.liveTicket(ticket) }
        let item = NoticeItem(
            .reply, at: context.now, client: client.name, clientTitle: client.title,
            ticket: ticket, subject: found.subject, text: text)
        var draft = NoticeDraft(state, context)
        for address in client.mails {
            draft.queue(
                alone: item, to: NoticeRoute.reply, address,
                client.language ?? context.notices.language,
                previous: state.outbox.lastReply(about: ticket, to: address),
                answers: found.lastMessage)
        }
        var events = [Event(TicketReplied(ticket: ticket, text: text))] + draft.events
        if wait ?? false, found.state != .waiting {
            events.insert(Event(TicketWaiting(ticket: ticket, note: nil)), at: 1)
        }
        return Decision(ticket, events)
    }
}

extension Ticket {
    /// The Message-ID of the client's last mail on it, as a reply can name it: the client's mail program
    /// knows no other; nil for none.
    fileprivate var lastMessage: String? {
        remarks.lazy.reversed().filter { $0.correspondence == .fromClient }
            .compactMap { $0.mail?.messageId }.first(where: MailMessage.isPlainAddress)
    }
}

extension Outbox {
    /// The last reply about a ticket to an address that is held; nil for none.
    fileprivate func lastReply(
        about ticket: Identifier<Ticket>, to address: String
    ) -> Identifier<Notice>? {
        notices.values.lazy
            .filter { $0.isReply && $0.recipient == address && $0.ticket == ticket }
            .map(\.number).max()
    }
}

/// The client of a ticket was written to.
package struct TicketReplied: DeskEvent {
    package static let type = "ticket.replied"
    var ticket: Identifier<Ticket>
    /// What was written.
    var text: String

    /// Adds it to the ticket's history as what the client knows; it counts as the first response.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let now = state.believed(stamp.at)
        state.change(
            ticket, stamp, remark: text, isNote: true, correspondence: .toClient
        ) { ticket in
            var clock = ticket.clock ?? TicketClock()
            clock.respond(by: stamp.by, at: now)
            ticket.clock = clock
        }
    }

    /// `ticket 12 replied to`; the text may be long and is left out.
    package var summary: String { "ticket \(ticket) replied to" }
}
