package import SupportModel

extension ReceiveMail: Request {
    package static let method = Method<MailReceipt>.write(
        "mail.receive", for: .deliver, carries: .longText)
}

extension FileMail: Request {
    package static let method = Method<MailReceipt>.write("mail.file", for: .work)
}

extension DiscardMail: Request {
    package static let method = Method<DiscardedMail>.write("mail.discard", for: .work)
}

/// What became of a mail.
package struct MailReceipt: View {
    /// The ticket that it went to; missing where it is held, and for a copy of one that was discarded.
    package var ticket: Identifier<Ticket>?
    /// That ticket's client.
    package var client: Name<Client>?
    /// Its number among the held mails; missing where it went to a ticket at once.
    package var mail: Identifier<HeldMail>?
    /// Why it is held; missing otherwise.
    package var reason: HoldReason?
    /// Whether it opened the ticket.
    package var opened: Bool
    /// True where the same mail came before, and nothing was changed; missing otherwise.
    package var repeated: Bool?

    /// What callers see of a mail's outcome.
    package init(_ outcome: MailOutcome, client: Name<Client>?) {
        (ticket, mail, reason) = (outcome.ticket, outcome.held, outcome.reason)
        (self.client, opened) = (client, outcome.isOpening)
        repeated = outcome.isRepeated ? true : nil
    }
}

/// The answer to a held mail's removal.
package struct DiscardedMail: View {
    /// The number of the mail.
    package var discarded: Identifier<HeldMail>

    /// For the mail of a number.
    package init(discarded: Identifier<HeldMail>) { self.discarded = discarded }
}

/// Lists the mails that are held, oldest first.
package struct MailList: Request {
    package static let method = Method<LimitedListing<HeldMailView>>.read(
        "mail.list", .long, for: .work)

    /// Only those held for one of these reasons.
    package var reason: OneOrMore<HoldReason>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(reason: OneOrMore<HoldReason>? = nil, limit: Int? = nil) {
        (self.reason, self.limit) = (reason, limit)
    }
}

/// Shows a held mail with its text.
package struct MailShow: Request {
    package static let method = Method<Reply>.read("mail.show", .long, for: .work)

    /// The number of the held mail.
    package var mail: Identifier<HeldMail>

    /// For the mail of a number.
    package init(mail: Identifier<HeldMail>) { self.mail = mail }

    /// A held mail in full.
    package struct Reply: View {
        /// The mail as a list shows it.
        package var mail: HeldMailView
        /// What the sender wrote; may be empty.
        package var text: String
        /// What it quotes of earlier mails, and the signature; missing for none.
        package var quoted: String?
        /// How many characters were left out; missing for none.
        package var charactersLeftOut: Int?
        /// What servers on the way found of its origin; missing for nothing.
        package var authentication: [MailAuthentication]?
        /// The files that came with it and were stored; missing for none.
        package var attachments: [Attachment]?
        /// The files that came with it and were not stored; missing for none.
        package var files: [MailFile]?
        /// The mail itself in base64, where it could not be decoded; missing otherwise.
        package var raw: String?

        /// What callers see of a held mail.
        ///
        /// - Parameter doubt: what the agency's own server doubts of its origin.
        package init(_ held: HeldMail, doubt: String?) {
            let mail = held.mail
            self.mail = HeldMailView(held, doubt: doubt)
            (text, quoted) = (mail.text, mail.quoted)
            (charactersLeftOut, authentication) = (mail.charactersLeftOut, mail.authentication)
            (attachments, files, raw) = (mail.attachments, mail.files, mail.raw)
        }
    }
}

/// A held mail as the protocol shows it.
package struct HeldMailView: Listed {
    package static let plural = "mails"

    /// Its number, by which commands call it.
    package var mail: Identifier<HeldMail>
    /// When it came.
    package var at: Instant
    /// Who delivered it.
    package var by: Principal
    /// Why it is held.
    package var reason: HoldReason
    /// The ticket that it names; missing for none.
    package var ticket: Identifier<Ticket>?
    /// Who wrote it, by its own word; missing where it names nobody.
    package var sender: MailSender?
    /// Its subject; may be empty.
    package var subject: String
    /// The length of the mail in bytes.
    package var bytes: Int
    /// What the agency's own server doubts of its origin: `dmarc=fail`; missing for nothing.
    package var doubt: String?
    /// The sequence number of the record that last changed it; `if_version` wants it.
    package var version: UInt64

    /// What callers see of a held mail in a list.
    package init(_ held: HeldMail, doubt: String?) {
        (mail, at, by, reason) = (held.number, held.at, held.by, held.reason)
        (ticket, sender, subject) = (held.ticket, held.mail.sender, held.mail.subject)
        (bytes, self.doubt, version) = (held.mail.bytes, doubt, held.version)
    }
}
