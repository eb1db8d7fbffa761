/// One mail as it was decoded, before anybody has said what becomes of it.
///
/// It comes from outside: every text in it was written by the sender or a machine on the way, but
/// for `authentication` of the agency's own server.
package struct ReceivedMail: Hashable, Sendable, Codable {
    /// The digest of what does not change on the way, by which a mail that comes twice is found.
    package var identity: ContentHash
    /// Who wrote it; nil where it does not name one mailbox.
    package var sender: MailSender?
    /// Its Message-ID without the brackets; nil for none.
    package var messageId: String?
    /// The Message-IDs that it answers, the nearest first, at most `Limits.mailReferencesMax`; nil
    /// for none.
    package var references: [String]?
    /// The time in its header; nil for none.
    package var date: Instant?
    /// The subject in one line; may be empty.
    package var subject: String
    /// What the sender wrote, at most `Limits.bodyCharactersMax` characters; may be empty.
    package var text: String
    /// What the sender quoted of earlier mails, and the signature, within the same limit; nil for none.
    package var quoted: String?
    package var kind: MailKind
    /// What servers on the way found of its origin; nil for none.
    package var authentication: [MailAuthentication]?
    /// The files that came with it and were stored; nil for none.
    package var attachments: [Attachment]?
    /// The files that came with it and were not stored; nil for none.
    package var files: [MailFile]?
    /// How many characters of text and quote were left out; nil for none.
    package var charactersLeftOut: Int?
    /// The length of the mail in bytes.
    package var bytes: Int
    /// The mail itself in base64 where it could not be decoded; nil otherwise.
    package var raw: String?

    package init(
        identity: ContentHash, sender: MailSender? = nil, messageId: String? = nil,
        references: [String]? = nil, date: Instant? = nil, subject: String, text: String,
        quoted: String? = nil, kind: MailKind = .person,
        authentication: [MailAuthentication]? = nil, attachments: [Attachment]? = nil,
        files: [MailFile]? = nil, charactersLeftOut: Int? = nil, bytes: Int, raw: String? = nil
    ) {
        (self.identity, self.sender, self.messageId) = (identity, sender, messageId)
        (self.references, self.date, self.subject) = (references, date, subject)
        (self.text, self.quoted, self.kind) = (text, quoted, kind)
        (self.authentication, self.attachments) = (authentication, attachments)
        (self.files, self.charactersLeftOut) = (files, charactersLeftOut)
        (self.bytes, self.raw) = (bytes, raw)
    }
}

/// A mailbox: its address, and the name that goes with it.
package struct MailSender: Hashable, Sendable, Codable {
    /// `ann@acme.test`, as it was written.
    package var address: String
    /// `Ann Example`; nil for none.
    package var name: String?

    package init(address: String, name: String? = nil) {
        (self.address, self.name) = (address, name)
    }

    /// The address in lower case, by which it is compared. The part before the `@` could differ by
    /// case alone, and no two people are told apart by that in use.
    package var key: String { MailAddress.key(address) }

    /// `Ann Example <ann@acme.test>`.
    package var words: String { name.map { "\($0) <\(address)>" } ?? address }
}

/// What kind of mail it is, by its own headers.
package enum MailKind: String, Sendable, Codable, CaseIterable {
    /// A person wrote it.
    case person
    /// A machine answered or notified (RFC 3834).
    case automatic
    /// A mail server reports on the delivery of another mail.
    case bounce
    /// It came through a mailing list.
    case list
    /// The desk itself sent it, or it goes round in a circle.
    case loop
    /// It could not be decoded.
    case undecoded
}

/// What one server wrote into `Authentication-Results` (RFC 8601).
package struct MailAuthentication: Hashable, Sendable, Codable {
    /// The server's name of itself, in lower case.
    package var server: String
    /// `dmarc=fail`, `spf=pass`, in lower case.
    package var results: [String]

    package init(server: String, results: [String]) {
        (self.server, self.results) = (server, results)
    }
}

/// A file of a mail that was not stored.
package struct MailFile: Hashable, Sendable, Codable {
    /// Its name, without a directory.
    package var name: String
    /// Its media type: `image/png`.
    package var type: String
    /// Its length in bytes.
    package var bytes: Int

    package init(name: String, type: String, bytes: Int) {
        (self.name, self.type, self.bytes) = (name, type, bytes)
    }
}

extension ReceivedMail {
    /// What the named server doubts of its origin: `dmarc=fail`; nil for no doubt, and where it wrote
    /// nothing. Headers that name other servers may be the sender's own and are passed over.
    package func doubt(by server: String?) -> String? {
        guard let server else { return nil }
        var methods: Set<Substring> = []
        // The server's own headers stand above those that came with the mail: what comes below another
        // server's, or says once more what was said, may be the sender's own.
        let results = (authentication ?? []).prefix { $0.server == MailAddress.key(server) }
            .flatMap(\.results)
            .filter { methods.insert($0.prefix { $0 != "=" }).inserted }
        // Who passes DMARC may fail SPF, as forwarded mail does.
        guard !results.contains("dmarc=pass") else { return nil }
        let failed = results.filter { result in
            Self.failures.contains { result.hasSuffix("=" + $0) }
        }
        return failed.isEmpty ? nil : failed.joined(separator: ", ")
    }

    private static let failures = ["fail", "softfail", "permerror", "policy"]

    /// The contents of its files; nil for none.
    var contents: [ContentHash]? { attachments?.map(\.content) }

    /// The bytes of its files.
    var attachedBytes: Int { (attachments ?? []).reduce(0) { $0 + $1.bytes } }

    /// How much of the desk's room it takes while it is held, in bytes, without its files.
    package var heldBytes: Int {
        text.utf8.count + (quoted?.utf8.count ?? 0) + (raw?.utf8.count ?? 0) + subject.utf8.count
            + (references ?? []).reduce(0) { $0 + $1.utf8.count } + Self.overheadBytes
    }

    private static let overheadBytes = 512

    /// The tickets that its references name by identifiers that the desk gives its own mails:
    /// `supportd.7.t12@desk.test` is of ticket 12.
    package var namedTickets: [Identifier<Ticket>] {
        (references ?? []).compactMap(OwnMessageID.ticket)
    }

    /// The tickets that its subject names, in order: `[#12]`.
    package var subjectTickets: [Identifier<Ticket>] {
        subject.split(separator: "[#").dropFirst(subject.hasPrefix("[#") ? 0 : 1)
            .compactMap { part in
                let digits = part.prefix { $0.isASCII && $0.isNumber }
                guard part.dropFirst(digits.count).first == "]", digits.utf8.count <= 12 else {
                    return nil
                }
                return Int(digits).flatMap { Identifier($0) }
            }
    }
}

/// The Message-IDs of the desk's own mails.
package enum OwnMessageID {
    /// The ticket of `supportd.NOTICE.tTICKET@DOMAIN`; nil for any other identifier.
    package static func ticket(_ identifier: String) -> Identifier<Ticket>? {
        guard let at = identifier.firstIndex(of: "@") else { return nil }
        let parts = identifier[..<at].split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "supportd", Int(parts[1]) != nil,
            parts[2].first == "t"
        else { return nil }
        return Int(parts[2].dropFirst()).flatMap { Identifier($0) }
    }
}
