/// A mail that no rule gives to a ticket, kept until somebody files or discards it.
package struct HeldMail: Hashable, Sendable, Codable {
    /// The number by which people call it.
    package var number: Identifier<HeldMail>
    /// When it came.
    package var at: Instant
    /// The user who delivered it: the mail server.
    package var by: Principal
    /// Why it is held.
    package var reason: HoldReason
    /// The ticket that it names or seems to belong to; nil for none.
    package var ticket: Identifier<Ticket>?
    package var mail: ReceivedMail
    /// The sequence number of the record that last changed it.
    package var version: UInt64
}

/// Why a mail is held.
package enum HoldReason: String, Sendable, Codable, CaseIterable {
    /// No client and nobody of the staff has the sender's address.
    case unknownSender = "unknown-sender"
    /// Several clients have it.
    case ambiguousSender = "ambiguous-sender"
    /// The mail does not name one sender.
    case noSender = "no-sender"
    /// The sender's client is archived.
    case archivedClient = "archived-client"
    /// It names a ticket of another client.
    case otherTicket = "other-ticket"
    /// It comes from a machine.
    case automatic
    /// It reports on the delivery of another mail.
    case bounce
    /// It came through a mailing list.
    case list
    /// The desk itself sent it, or it goes round in a circle.
    case loop
    /// More mails of one sender came within an hour than are taken.
    case tooMany = "too-many"
    /// The client has no contract, and tickets on demand are not opened by mail.
    case noContract = "no-contract"
    /// Several contracts of the client could pay.
    case ambiguousContract = "ambiguous-contract"
    /// Somebody of the staff wrote it, and it names no ticket.
    case staffWithoutTicket = "staff-without-ticket"
    /// Somebody of the staff seems to have written it, and the server doubts that.
    case doubtedStaff = "doubted-staff"
    /// It could not be decoded.
    case undecoded
}

extension HoldReason {
    /// The reason for a kind of mail that no person wrote; nil for a person's.
    init?(_ kind: MailKind) {
        switch kind {
        case .person: return nil
        case .automatic: self = .automatic
        case .bounce: self = .bounce
        case .list: self = .list
        case .loop: self = .loop
        case .undecoded: self = .undecoded
        }
    }
}

/// A mail that came before, by which its copies and the answers to it are recognised.
package struct KnownMail: Hashable, Sendable, Codable {
    /// The digest of what does not change on the way.
    package var identity: ContentHash
    /// Its Message-ID; nil for none.
    package var messageId: String?
    /// The ticket that it went to; nil while it is held, and once it was discarded.
    package var ticket: Identifier<Ticket>?
    /// Its number among the mails that were held; nil where it went to a ticket at once.
    package var held: Identifier<HeldMail>?
}

/// How many mails of one sender came in one hour.
package struct MailRate: Hashable, Sendable, Codable {
    /// The sender's address in lower case.
    package var sender: String
    /// The hour, counted from 1970.
    package var hour: Int64
    /// How many came, 1 or more.
    package var count: Int
}

/// What the desk does with mail, as the operator has set it.
package struct MailPolicy: Hashable, Sendable {
    /// The level of tickets that a mail opens (R3).
    package var level: Level
    /// Whether the mail of a client without a contract opens a ticket on demand (R4).
    package var onDemand: Bool
    /// The name that the agency's own mail server has in `Authentication-Results`; nil: none is believed.
    package var authenticationServer: String?
    /// The most mails of one sender in an hour that open or reach tickets.
    package var hourlyMax: Int
    /// The most mails that are held.
    package var heldMax: Int
    /// The most bytes that the held mails take together.
    package var heldBytesMax: Int
    /// The longest mail that is taken, in bytes.
    package var bytesMax: Int

    package init(
        level: Level = .regular, onDemand: Bool = true, authenticationServer: String? = nil,
        hourlyMax: Int = 60, heldMax: Int = 1_000, heldBytesMax: Int = 67_108_864,
        bytesMax: Int = 26_214_400
    ) {
        (self.level, self.onDemand) = (level, onDemand)
        (self.authenticationServer, self.hourlyMax) = (authenticationServer, hourlyMax)
        (self.heldMax, self.heldBytesMax, self.bytesMax) = (heldMax, heldBytesMax, bytesMax)
    }
}

/// Why a mail is not taken.
package enum MailObstacle: Hashable, Sendable {
    /// It is longer than is taken, in bytes.
    case tooLong(Int, bytesMax: Int)
    /// No more mails can be held: how many are, and their bytes.
    case holdingFull(count: Int, bytes: Int)
}

extension State {
    /// The held mail of this number.
    package func heldMail(_ number: Identifier<HeldMail>) throws(Refusal) -> HeldMail {
        guard let mail = heldMails[number] else { throw .unknown(.mail, number.description) }
        return mail
    }

    /// How many bytes the held mails take together.
    package var heldBytes: Int { heldMails.values.reduce(0) { $0 + $1.mail.heldBytes } }
}
