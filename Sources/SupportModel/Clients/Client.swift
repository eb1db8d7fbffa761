/// A company that the agency supports.
package struct Client: Hashable, Sendable, Codable {
    /// The name that callers use: `acme`.
    package var name: Name<Client>
    /// The title that people read: `Acme Outdoor GmbH`.
    package var title: String
    /// The zone in which its contracts count days.
    package var zone: ZoneName
    /// Addresses that its mail comes from.
    package var mails: [String]
    /// True when no new work may be added for it.
    package var archived: Bool
    /// When it was added.
    package var addedAt: Instant
    /// Notes about it, oldest first; nil for none.
    package var notes: [ClientNote]?
    /// The sequence number of the record that last changed the client.
    package var version: UInt64
    /// The language of mail to it; nil: the configuration's.
    package var language: NoticeLanguage?
}

/// A note about a client: who decides, when not to call.
package struct ClientNote: Hashable, Sendable, Codable {
    package var at: Instant
    package var by: Principal
    package var text: String
}

/// The form of a mail address, as far as the desk checks it: `local@domain`, no blanks.
enum MailAddress {
    /// The addresses as given, or a refusal that names the first malformed one.
    static func list(_ mails: [String]) throws(Refusal) -> [String] {
        guard mails.count <= MailRule.listMax else {
            throw .invalid(.mails, .mail(.tooMany))
        }
        for mail in mails { try check(mail) }
        return mails
    }

    /// Refuses a malformed address.
    static func check(_ mail: String) throws(Refusal) {
        let parts = mail.split(separator: "@", omittingEmptySubsequences: false)
        let plain = mail.utf8.allSatisfy { $0 > 32 && $0 != 127 }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), plain,
            mail.utf8.count <= Limits.lineBytesMax
        else {
            throw .invalid(.mail, .mail(.malformed(String(mail.prefix(80)))))
        }
    }
}

extension MailAddress {
    /// An address with its ASCII letters in lower case, by which it is compared.
    static func key(_ mail: String) -> String {
        String(decoding: mail.utf8.map(lowered), as: UTF8.self)
    }

    /// Whether two addresses differ at most in the case of ASCII letters.
    static func areSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count
            && zip(left.utf8, right.utf8).allSatisfy { lowered($0) == lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }
}

/// A refusal of the mail addresses of a client or a person.
package enum MailRule: Hashable, Sendable {
    /// The list has more than `listMax` addresses.
    case tooMany
    /// A malformed address; its first 80 characters.
    case malformed(String)
    /// A held mail is filed under a client or on a ticket, one of the two, and a contract goes with a
    /// client.
    case clientOrTicket

    /// The most addresses of one client.
    package static let listMax = 100
}
