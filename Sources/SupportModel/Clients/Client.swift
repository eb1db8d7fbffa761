/// A company that the agency supports.
package struct Client: Hashable, Sendable, Codable {
    /// What a caller names it by: `acme`.
    package var name: Name<Client>
    /// What people read: `Acme Outdoor GmbH`.
    package var title: String
    /// The zone in which its contracts count days.
    package var zone: ZoneName
    /// Addresses that its mail comes from.
    package var mails: [String]
    /// True when nothing new may be done for it.
    package var archived: Bool
    /// When it was taken on.
    package var addedAt: Instant
    /// What people wrote down about it, oldest first; nil for nothing.
    package var notes: [ClientNote]?
    /// The sequence number of the record that last changed the client.
    package var version: UInt64
}

/// Something that a person wrote down about a client: who decides, when not to call.
package struct ClientNote: Hashable, Sendable, Codable {
    package var at: Instant
    package var by: Principal
    package var text: String
}

/// The shape of a mail address, as far as the desk must know it: `local@domain`, no blanks.
enum MailAddress {
    /// The addresses as given, or a refusal that names the first that is none.
    static func list(_ mails: [String]) throws(Refusal) -> [String] {
        guard mails.count <= MailRule.listMax else {
            throw .invalid(.mails, .mail(.tooMany))
        }
        for mail in mails { try check(mail) }
        return mails
    }

    /// Refuses a text that is no address.
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

/// What the mail addresses of a client or a person do not allow.
package enum MailRule: Hashable, Sendable {
    /// A list has `listMax` addresses at most.
    case tooMany
    /// The first 80 characters of a text that is no address.
    case malformed(String)

    /// The most addresses of one client.
    package static let listMax = 100
}
