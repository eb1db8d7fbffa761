/// The events that bring one mail to a ticket, under construction.
struct MailFiling {
    /// The number under which it was held; nil where it was not.
    var held: Identifier<HeldMail>?
    /// The events so far, in order.
    private(set) var events: [Event] = []
    private let mail: ReceivedMail
    private let state: State
    private let context: Context

    init(_ mail: ReceivedMail, _ state: State, _ context: Context) {
        (self.mail, self.state, self.context) = (mail, state, context)
    }

    /// Opens a ticket of the mail.
    mutating func open(
        for client: Name<Client>, _ contract: Identifier<Contract>?, follows: Identifier<Ticket>?
    ) throws(Refusal) -> MailOutcome {
        let number = Identifier<Ticket>(after: state.lastTicket)
        events.append(
            Event(
                TicketOpened(
                    number: number, client: client, contract: contract,
                    level: context.policy.mail.level, service: context.catalogue.defaultService,
                    subject: BoundedText.isBlank(mail.subject) ? "(no subject)" : mail.subject,
                    body: mail.text, source: .mail, monitor: nil)))
        received(number, text: nil, staff: nil, follows: follows)
        if let follows, state.tickets[follows]?.isLinkable ?? false {
            events.append(
                Event(TicketsLinked(ticket: number, kind: .continues, to: follows)))
        }
        return MailOutcome(ticket: number, isOpening: true)
    }

    /// Adds the mail to a ticket, and takes it up again where it waits, or is done and can be reopened.
    mutating func add(
        to ticket: Ticket, staff: Name<Staff>?
    ) throws(Refusal) -> MailOutcome {
        received(ticket.number, text: mail.text, staff: staff, follows: nil)
        if staff == nil {
            if ticket.state == .waiting {
                events.append(Event(TicketResumed(ticket: ticket.number, note: nil)))
            } else if !ticket.state.isLive, state.canReopen(ticket, context) {
                events.append(Event(TicketReopened(ticket: ticket.number, reason: "a mail came")))
            }
        }
        return MailOutcome(ticket: ticket.number)
    }

    private mutating func received(
        _ ticket: Identifier<Ticket>, text: String?, staff: Name<Staff>?,
        follows: Identifier<Ticket>?
    ) {
        let mail = mail.withAttachable(to: state.tickets[ticket], context)
        events.append(
            Event(
                MailReceived(
                    ticket: ticket, identity: mail.identity, messageId: mail.messageId,
                    sender: mail.sender, writtenBy: staff, subject: mail.subject, text: text,
                    quoted: mail.quoted,
                    doubt: mail.doubt(by: context.policy.mail.authenticationServer),
                    attachments: mail.attachments, files: mail.files,
                    charactersLeftOut: mail.charactersLeftOut, follows: follows, held: held)))
    }
}

extension ReceivedMail {
    /// The files of the mail that a ticket, or a new one, can have.
    func attachable(to ticket: Ticket?, _ context: Context) -> [Attachment] {
        var files: [Attachment] = []
        for file in attachments ?? []
        where (try? context.expectAttachable(files + [file], to: ticket)) != nil {
            files.append(file)
        }
        return files
    }

    /// The same mail, with those files only named that cannot be attached: a mail is never refused for
    /// its files.
    func withAttachable(to ticket: Ticket?, _ context: Context) -> ReceivedMail {
        var mail = self
        let attached = attachable(to: ticket, context)
        let named =
            (attachments ?? []).filter { !attached.contains($0) }
            .map { MailFile(name: $0.name, type: $0.type, bytes: $0.bytes) }
        mail.attachments = attached.isEmpty ? nil : attached
        let files = (files ?? []) + named
        mail.files = files.isEmpty ? nil : files
        return mail
    }
}

/// What is known of the mail that a remark of a ticket came by.
package struct RemarkMail: Hashable, Sendable, Codable {
    /// Who wrote it; nil where it did not say.
    package var sender: MailSender?
    /// Its subject; nil for none.
    package var subject: String?
    /// What the agency's own server doubted of its origin: `dmarc=fail`; nil for nothing.
    package var doubt: String?
    /// What it quoted of earlier mails, and the signature; nil for none.
    package var quoted: String?
    /// The files that came with it and were not stored; nil for none.
    package var files: [MailFile]?
    /// How many characters of text and quote were left out; nil for none.
    package var charactersLeftOut: Int?
    /// Its Message-ID, which a reply to it names; nil where it had none.
    package var messageId: String?
}
