/// The events of mail.
enum MailEvents {
    static let all: [any DeskEvent.Type] = [
        MailReceived.self, MailHeld.self, MailFiled.self, MailDiscarded.self,
    ]
}

/// A mail went to a ticket.
package struct MailReceived: DeskEvent {
    package static let type = "mail.received"
    var ticket: Identifier<Ticket>
    /// The digest of what does not change on the way.
    var identity: ContentHash
    /// Its Message-ID; nil for none.
    var messageId: String?
    /// Who wrote it.
    var sender: MailSender?
    /// The member of the staff who wrote it; nil for a client's mail.
    var writtenBy: Name<Staff>?
    /// Its subject; may be empty.
    var subject: String
    /// What the sender wrote; nil where it opened the ticket, which has the text as its body.
    var text: String?
    /// What the sender quoted; nil for none.
    var quoted: String?
    /// What the agency's own server doubted of its origin; nil for nothing.
    var doubt: String?
    /// The files that came with it; nil for none.
    var attachments: [Attachment]?
    /// The files that were not stored; nil for none.
    var files: [MailFile]?
    /// How many characters were left out; nil for none.
    var charactersLeftOut: Int?
    /// The ticket that it answers and that could not be reopened; nil for none.
    var follows: Identifier<Ticket>?
    /// Its number among the held mails; nil where it was not held.
    var held: Identifier<HeldMail>?

    /// Adds what was written to the ticket's history, and remembers the mail.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(
            ticket, stamp, remark: remark, isNote: text != nil,
            correspondence: writtenBy == nil ? .fromClient : nil, attachments: attachments,
            mail: RemarkMail(
                sender: sender, subject: subject.isEmpty ? nil : subject, doubt: doubt,
                quoted: quoted, files: files, charactersLeftOut: charactersLeftOut,
                messageId: messageId)
        ) { _ in }
        state.remember(
            KnownMail(identity: identity, messageId: messageId, ticket: ticket, held: held))
        if held == nil { state.count(sender, stamp) }
    }

    /// What the history says: the text, or how the ticket came about.
    private var remark: String {
        guard let text else {
            return "opened by mail"
                + (follows.map { "; it answers ticket \($0), which could not be reopened" } ?? "")
        }
        return BoundedText.isBlank(text) ? "(a mail without text)" : text
    }

    /// `mail of ann@acme.test on ticket 12`.
    package var summary: String { "mail of \(sender?.address ?? "nobody") on ticket \(ticket)" }
}

/// A mail came that no rule gives to a ticket, and is kept.
package struct MailHeld: DeskEvent {
    package static let type = "mail.held"
    var number: Identifier<HeldMail>
    var reason: HoldReason
    /// The ticket that it names; nil for none.
    var ticket: Identifier<Ticket>?
    var mail: ReceivedMail

    /// Keeps the mail until it is filed or discarded.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.lastMail = max(state.lastMail, number.number)
        state.heldMails[number] = HeldMail(
            number: number, at: stamp.at, by: stamp.by, reason: reason, ticket: ticket, mail: mail,
            version: stamp.sequence)
        state.remember(
            KnownMail(identity: mail.identity, messageId: nil, ticket: nil, held: number))
        // What it came with is kept as long as it is held.
        state.count(mail.attachments ?? [])
        state.count(mail.sender, stamp)
    }

    /// `mail 7 of ann@acme.test held: unknown-sender`.
    package var summary: String {
        "mail \(number) of \(mail.sender?.address ?? "nobody") held: \(reason.rawValue)"
    }

    /// Without the mail's own bytes, which `mail.show` gives.
    package var redacted: any DeskEvent {
        var shown = self
        shown.mail.raw = nil
        return shown
    }
}

/// Somebody gave a held mail to a ticket.
package struct MailFiled: DeskEvent {
    package static let type = "mail.filed"
    package static let hasConsequences = true
    var mail: Identifier<HeldMail>
    var ticket: Identifier<Ticket>
    /// The contents of the files that it was held with; nil for none.
    package var contents: [ContentHash]?

    /// Takes it off the list.
    package func apply(to state: inout State, _ stamp: Stamp) { state.release(mail) }

    /// `mail 7 filed on ticket 12`.
    package var summary: String { "mail \(mail) filed on ticket \(ticket)" }
}

/// Somebody removed a held mail.
package struct MailDiscarded: DeskEvent {
    package static let type = "mail.discarded"
    package static let hasConsequences = true
    var mail: Identifier<HeldMail>
    /// The reason in one line.
    var reason: String
    /// The contents of the files that it was held with; nil for none.
    package var contents: [ContentHash]?

    /// Takes it off the list; a copy of it is still recognised.
    package func apply(to state: inout State, _ stamp: Stamp) { state.release(mail) }

    /// `mail 7 discarded: spam`.
    package var summary: String { "mail \(mail) discarded: \(reason)" }
}

extension State {
    /// Remembers a mail, so that a copy and the answers to it are recognised.
    ///
    /// The first mail with a Message-ID keeps it: a later one cannot draw answers to another ticket.
    mutating func remember(_ mail: KnownMail) {
        knownMails[mail.identity] = mail
        guard let identifier = mail.messageId, let ticket = mail.ticket,
            ticketsOfMessages[identifier] == nil
        else { return }
        ticketsOfMessages[identifier] = ticket
    }

    /// Counts a mail of a sender; what is of earlier hours is forgotten.
    fileprivate mutating func count(_ sender: MailSender?, _ stamp: Stamp) {
        guard let key = sender?.key else { return }
        let hour = believed(stamp.at).hour
        if mailRates.values.contains(where: { $0.hour != hour }) { mailRates = [:] }
        let count = mailRates[key]?.count ?? 0
        mailRates[key] = MailRate(sender: key, hour: hour, count: count + 1)
    }
}

extension State {
    /// Takes a mail off the list of those that are held, and its files with it.
    fileprivate mutating func release(_ mail: Identifier<HeldMail>) {
        discount(heldMails[mail]?.mail.attachments ?? [])
        heldMails[mail] = nil
    }
}
