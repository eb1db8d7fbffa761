/// Takes in one mail: it opens a ticket, goes to one, or is held. It is never refused for what it says.
///
/// The same mail twice changes nothing the second time, so that a mail server may repeat it.
package struct ReceiveMail: Command, Codable {
    package typealias Made = MailOutcome

    package var mail: ReceivedMail

    /// For one mail.
    package init(mail: ReceivedMail) { self.mail = mail }

    /// The events of a ticket, or one `MailHeld`; nothing for a mail that came before. Refused where it
    /// is too long, or where no more mails can be held.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try mail.check(context.policy.mail)
        if let known = state.knownMails[mail.identity] {
            return Decision(
                MailOutcome(ticket: known.ticket, held: known.held, isRepeated: true), [])
        }
        switch try MailPlace(of: mail, state, context) {
        case .held(let reason, let ticket):
            let mail = mail.withAttachable(to: nil, context)
            try state.expectRoom(for: mail, context.policy)
            let number = Identifier<HeldMail>(after: state.lastMail)
            return Decision(
                MailOutcome(ticket: nil, held: number, reason: reason),
                MailHeld(number: number, reason: reason, ticket: ticket, mail: mail))
        case .new(let client, let contract, let follows):
            var draft = MailFiling(mail, state, context)
            return Decision(
                try draft.open(for: client, contract, follows: follows), draft.events)
        case .ticket(let ticket, let staff):
            var draft = MailFiling(mail, state, context)
            return Decision(try draft.add(to: ticket, staff: staff), draft.events)
        }
    }
}

/// What became of a mail.
package struct MailOutcome: Hashable, Sendable {
    /// The ticket that it went to; nil where it is held.
    package var ticket: Identifier<Ticket>?
    /// Its number among the held mails; nil where it went to a ticket at once.
    package var held: Identifier<HeldMail>?
    /// Why it is held; nil otherwise, and for a copy.
    package var reason: HoldReason?
    /// Whether it opened the ticket.
    package var isOpening = false
    /// Whether the same mail came before, so that nothing was changed.
    package var isRepeated = false

    package init(
        ticket: Identifier<Ticket>? = nil, held: Identifier<HeldMail>? = nil,
        reason: HoldReason? = nil, isOpening: Bool = false, isRepeated: Bool = false
    ) {
        (self.ticket, self.held, self.reason) = (ticket, held, reason)
        (self.isOpening, self.isRepeated) = (isOpening, isRepeated)
    }
}

/// Gives a held mail to a client, for whom it opens a ticket, or to a ticket.
package struct FileMail: Command, Codable {
    package typealias Made = MailOutcome

    /// The number of the held mail.
    package var mail: Identifier<HeldMail>
    /// The client for whom a ticket is opened; nil: `ticket` says which.
    package var client: Name<Client>?
    /// The contract that pays for it; nil: the client's one active contract, or on demand.
    package var contract: Identifier<Contract>?
    /// The ticket that it belongs to.
    package var ticket: Identifier<Ticket>?

    package init(
        mail: Identifier<HeldMail>, client: Name<Client>? = nil,
        contract: Identifier<Contract>? = nil, ticket: Identifier<Ticket>? = nil
    ) {
        (self.mail, self.client, self.contract, self.ticket) = (mail, client, contract, ticket)
    }

    /// The version of the held mail; nil where the desk has no such.
    package func version(in state: State) -> UInt64? { state.heldMails[mail]?.version }

    /// The same, to the ticket that the one named was merged into.
    package func following(_ state: State) -> FileMail {
        FileMail(
            mail: mail, client: client, contract: contract, ticket: ticket.map(state.survivor))
    }

    /// The events of a ticket and one `MailFiled`; refused unless a client or a ticket is named.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let held = try state.heldMail(mail)
        guard (client == nil) != (ticket == nil), contract == nil || client != nil else {
            throw .invalid(.client, .mail(.clientOrTicket))
        }
        var draft = MailFiling(held.mail, state, context)
        draft.held = mail
        var outcome: MailOutcome
        if let client {
            let found = try state.currentClient(client)
            let payer: Identifier<Contract>?
            if let contract {
                payer = contract
                // The same rule as for a ticket that a person opens.
                _ = try OpenTicket(
                    client: client, level: .regular, subject: "mail", contract: contract
                ).decide(state, context)
            } else {
                payer = try state.payer(of: found, context)
            }
            outcome = try draft.open(for: client, payer, follows: nil)
        } else {
            guard let ticket else { throw .invalid(.client, .mail(.clientOrTicket)) }
            outcome = try draft.add(to: try state.ticket(ticket), staff: nil)
        }
        outcome.held = mail
        return Decision(
            outcome,
            draft.events
                + (outcome.ticket.map {
                    [Event(MailFiled(mail: mail, ticket: $0, contents: held.mail.contents))]
                } ?? [])
        )
    }
}

/// Removes a held mail that is nobody's.
package struct DiscardMail: Command, Codable {
    package typealias Made = Identifier<HeldMail>

    /// The number of the held mail.
    package var mail: Identifier<HeldMail>
    /// The reason in one line.
    package var reason: String

    package init(mail: Identifier<HeldMail>, reason: String) {
        (self.mail, self.reason) = (mail, reason)
    }

    /// The version of the held mail; nil where the desk has no such.
    package func version(in state: State) -> UInt64? { state.heldMails[mail]?.version }

    /// One `MailDiscarded`; refused for a mail that is not held.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let held = try state.heldMail(mail)
        return Decision(
            mail,
            MailDiscarded(
                mail: mail, reason: try BoundedText.line(reason, .reason),
                contents: held.mail.contents))
    }
}

extension ReceivedMail {
    /// Refuses one that is too long, and one whose texts no decoder of this desk makes.
    func check(_ policy: MailPolicy) throws(Refusal) {
        guard bytes <= policy.bytesMax else {
            throw .mail(.tooLong(bytes, bytesMax: policy.bytesMax))
        }
        _ = try BoundedText.body(text, .body)
        _ = try BoundedText.body(quoted ?? "", .body)
        if !subject.isEmpty { _ = try BoundedText.line(subject, .subject) }
        let lines =
            [messageId ?? "", sender?.address ?? "", sender?.name ?? ""]
            + (references ?? []) + (files ?? []).flatMap { [$0.name, $0.type] }
            + (attachments ?? []).flatMap { [$0.name, $0.type] }
            + (authentication ?? []).flatMap { [$0.server] + $0.results }
        guard lines.count <= Limits.mailLinesMax else {
            throw .invalid(.mail, .text(.bodyTooLong))
        }
        for line in lines where !line.isEmpty {
            guard line.utf8.count <= Limits.mailLineBytesMax else {
                throw .invalid(.mail, .text(.lineTooLong))
            }
            guard PrintableText.isOneLine(line) else {
                throw .invalid(.mail, .text(.lineControlCharacter))
            }
        }
        guard (raw?.utf8.count ?? 0) <= Limits.rawMailBytesMax else {
            throw .invalid(.mail, .text(.bodyTooLong))
        }
    }
}

extension State {
    /// Refuses one more held mail where they would be too many.
    ///
    /// Their files may have a quarter of what all attachments may, so that strangers leave room for
    /// clients.
    fileprivate func expectRoom(for mail: ReceivedMail, _ policy: DeskPolicy) throws(Refusal) {
        let bytes = heldBytes
        let files = heldMails.values.reduce(mail.attachedBytes) { $0 + $1.mail.attachedBytes }
        guard heldMails.count < policy.mail.heldMax,
            bytes + mail.heldBytes <= policy.mail.heldBytesMax,
            files <= policy.attachments.totalBytesMax / 4
        else { throw .mail(.holdingFull(count: heldMails.count, bytes: bytes + files)) }
    }
}
