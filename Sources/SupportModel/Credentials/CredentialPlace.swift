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
        (self.client, self.project, self.kind) = (client, project, kind)
    }
}

/// What names an access by its client, its project and its kind.
package protocol CredentialNaming {
    /// Whose access it is.
    var client: Name<Client> { get }
    /// The project; nil for everything of the client's.
    var project: String? { get }
    /// `admin`, `ftp` or `ssh`.
    var kind: CredentialKind { get }
}

extension CredentialNaming {
    /// The place that it names.
    package var place: CredentialPlace {
        CredentialPlace(client: client, project: project, kind: kind)
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
