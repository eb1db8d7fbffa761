/// One access that a project has handed over (R6): user and address in plain text, the secret
/// sealed.
package struct Credential: Hashable, Sendable, Codable {
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
    /// The user to log in as; nil if not given.
    package var user: String?
    /// The URL or host; nil if not given.
    package var address: String?
    /// The password or key, which only the desk can decrypt.
    package var sealed: SealedSecret
    /// When it was handed over, or last replaced.
    package var setAt: Instant
    /// Who entered it then.
    package var setBy: Principal
    /// How often it was revealed since.
    package var looks: Int
    /// The last time that it was revealed.
    package var lastLook: CredentialUse?
    /// The sequence number of the record that last changed it; revealing it is no change.
    package var version: UInt64

    /// The place that the access is kept for.
    package var place: CredentialPlace {
        CredentialPlace(client: client, project: project, kind: kind)
    }
}

/// The three accesses that each project hands over (R6).
package enum CredentialKind: String, Sendable, Codable, CaseIterable, Comparable {
    /// The admin panel of the site or shop.
    case admin
    case ftp
    case ssh

    /// In the order of the agreement: admin panel, ftp, ssh.
    package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The rule for an address to log in to, which everybody at the desk can read.
enum CredentialAddress {
    /// One line, without a password in it.
    static func checked(_ text: String) throws(Refusal) -> String {
        let line = try BoundedText.line(text, .address)
        let rest = line.firstRange(of: "://").map { line[$0.upperBound...] } ?? line[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let mark = authority.lastIndex(of: "@"), authority[..<mark].contains(":") {
            throw .invalid(.address, .credential(.passwordInAddress))
        }
        return line
    }
}

/// The place of an access: a client, one of its projects, and one of the three kinds (R6).
///
/// Its text is `admin access of acme`, or `admin access of acme, project shop`.
package struct CredentialPlace: Hashable, Sendable {
    package var client: Name<Client>
    /// The project, as a contract of the client names it; nil stands for everything of the client's.
    package var project: String?
    package var kind: CredentialKind

    package init(client: Name<Client>, project: String? = nil, kind: CredentialKind) {
        self.client = client
        self.project = project
        self.kind = kind
    }
}

extension CredentialPlace: Comparable {
    /// By client, then accesses without a project, then by project and kind.
    package static func < (left: Self, right: Self) -> Bool {
        if left.client != right.client { return left.client < right.client }
        if left.project != right.project { return (left.project ?? "") < (right.project ?? "") }
        return left.kind < right.kind
    }
}

extension CredentialPlace: CustomStringConvertible {
    package var description: String { "\(kind.rawValue) access of \(owner)" }

    /// `acme`, or `acme, project shop`.
    var owner: String { project.map { "\(client), project \($0)" } ?? client.text }
}

/// One occasion on which a secret was revealed (R6).
package struct CredentialUse: Hashable, Sendable, Codable {
    /// When it was revealed.
    package var at: Instant
    /// Who viewed it.
    package var by: Principal
    /// The purpose, where it was given.
    package var reason: String?

    package init(at: Instant, by: Principal, reason: String? = nil) {
        self.at = at
        self.by = by
        self.reason = reason
    }
}

/// Finding accesses, or refusing with their name.
extension State {
    /// The access of a place; refused where there is none.
    package func access(_ place: CredentialPlace) throws(Refusal) -> Credential {
        _ = try client(place.client)
        guard let entry = access[place] else {
            throw .unknown(.access, "\(place.kind.rawValue) of \(place.owner)")
        }
        return entry
    }

    /// Refuses a place for which no access can be kept: of a client that is unknown or archived, or
    /// of a project that none of its contracts names.
    package func expectCredentialPlace(_ place: CredentialPlace) throws(Refusal) {
        _ = try currentClient(place.client)
        guard let project = place.project else { return }
        let signed = (contractsOfClient[place.client] ?? []).compactMap { contracts[$0] }
        guard signed.contains(where: { $0.project == project }) else {
            throw .unknown(.project, "\(project) of \(place.client)")
        }
    }
}

/// Which of the three accesses a project has not handed over yet (R6).
package struct MissingCredentials: Hashable, Sendable, Codable {
    package var client: Name<Client>
    /// The project; nil where a contract covers everything of the client's.
    package var project: String?
    /// At least one, in the order admin, ftp, ssh.
    package var kinds: [CredentialKind]

    package init(client: Name<Client>, project: String? = nil, kinds: [CredentialKind]) {
        self.client = client
        self.project = project
        self.kinds = kinds
    }
}

extension State {
    /// The accesses that projects of contracts in force have not handed over, of one client or of
    /// all that are not archived; by client, then by project.
    ///
    /// An access without a project stands for everything of the client's, so it counts for each
    /// project.
    package func missingAccess(of client: Name<Client>? = nil) -> [MissingCredentials] {
        let names = client.map { [$0] } ?? clients.keys.sorted()
        return names.flatMap { name -> [MissingCredentials] in
            guard let client = clients[name], !client.archived else { return [] }
            let projects = Set(contractsInForce(of: name).map(\.project))
            return projects.sorted { ($0 ?? "") < ($1 ?? "") }.compactMap { missing($0, of: name) }
        }
    }

    private func missing(_ project: String?, of client: Name<Client>) -> MissingCredentials? {
        let kinds = CredentialKind.allCases.filter { kind in
            access[CredentialPlace(client: client, project: project, kind: kind)] == nil
                && access[CredentialPlace(client: client, kind: kind)] == nil
        }
        guard !kinds.isEmpty else { return nil }
        return MissingCredentials(client: client, project: project, kinds: kinds)
    }
}

/// A secret as the journal holds it: encrypted with a key that is stored outside of the journal
/// (R6).
///
/// The model neither encrypts nor decrypts it.
package struct SealedSecret: Hashable, Sendable, Codable {
    /// Base64 of nonce, ciphertext and tag; empty in answers and in the log.
    package var box: String
    /// The public mark of the key that encrypted it, from which the key cannot be computed.
    package var key: String

    /// A box and the mark of the key that encrypted it.
    package init(box: String, key: String) {
        self.box = box
        self.key = key
    }
}

/// A refusal of access data.
package enum CredentialRule: Hashable, Sendable, CaseIterable {
    /// The address contains a password, although addresses are not kept secret.
    case passwordInAddress
    /// The secret is empty.
    case secretEmpty
    /// The secret has more than `Limits.secretBytesMax` bytes.
    case secretTooLong
    /// The secret is not text.
    case secretNotText
}

/// The rule for a secret (R6): a password or a private key, as text.
///
/// A refusal never contains any part of the secret.
package enum SecretRule {
    /// Refuses a secret that is empty, too long or not text; everything else is kept unchanged.
    package static func check(_ secret: String) throws(Refusal) {
        guard !BoundedText.isBlank(secret) else {
            throw .invalid(.secret, .credential(.secretEmpty))
        }
        guard secret.utf8.count <= Limits.secretBytesMax else {
            throw .invalid(.secret, .credential(.secretTooLong))
        }
        guard PrintableText.isLines(secret) else {
            throw .invalid(.secret, .credential(.secretNotText))
        }
    }
}
