/// Where an access is tried: the address as a URL, and the user (R6).
package struct LoginTarget: Hashable, Sendable, Codable {
    package var kind: CredentialKind
    /// `https://…`, `http://…`, `ftp://…`, `ftps://…` or `sftp://…`, without user, password and line
    /// ends.
    package var url: String
    package var user: String

    /// Where the login of a kind of access leads; refused where the access does not say it.
    package init(_ entry: Credential) throws(Refusal) {
        guard let user = entry.user else { throw .invalid(.user, .credential(.loginUnknown)) }
        guard let address = entry.address else {
            throw .invalid(.address, .credential(.loginUnknown))
        }
        guard let url = Self.url(of: address, for: entry.kind) else {
            throw .invalid(.address, .credential(.loginElsewhere))
        }
        (kind, self.url, self.user) = (entry.kind, url, user)
    }

    /// What a sealed secret is bound to, so that nobody can have it sent elsewhere.
    package var context: String { "\(kind.rawValue) \(url) \(user)" }

    /// The URL that an address stands for; nil where its scheme is not one of this kind of access.
    package static func url(of address: String, for kind: CredentialKind) -> String? {
        let schemes = schemes(of: kind)
        guard let mark = address.firstRange(of: "://") else {
            return address.hasPrefix("/") || address.contains(" ")
                ? nil : "\(schemes[0])://\(withoutUser(address[...]))"
        }
        let scheme = address[..<mark.lowerBound].lowercased()
        let rest = withoutUser(address[mark.upperBound...])
        guard !rest.isEmpty, !rest.contains(" "), !rest.hasPrefix("/") else { return nil }
        if kind == .ssh, scheme == "ssh" { return "sftp://\(rest)" }
        return schemes.contains(scheme) ? "\(scheme)://\(rest)" : nil
    }

    /// The schemes of a kind of access, the one that an address without any means first.
    private static func schemes(of kind: CredentialKind) -> [String] {
        switch kind {
        case .admin: ["https", "http"]
        case .ftp: ["ftp", "ftps", "sftp"]
        case .ssh: ["sftp"]
        }
    }

    /// The text from behind `user@`, if its host has that before it.
    private static func withoutUser(_ text: Substring) -> String {
        let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let mark = host.lastIndex(of: "@") else { return String(text) }
        return String(text[text.index(after: mark)...])
    }
}

/// The step at which an attempt to log in failed (R6).
package enum LoginStep: String, Hashable, Sendable, Codable, CaseIterable {
    /// No worker could try it, or this host lacks something; says nothing about the access.
    case worker
    /// The host's name could not be resolved.
    case resolve
    /// Nobody answered at the address.
    case connect
    /// The connection could not be secured: TLS, its certificate, or the keys of ssh.
    case secure
    /// The user, or the password or key, was refused.
    case login
    /// The answer was not that of such a login.
    case answer
}

/// The result of an attempt to log in with an access (R6).
package struct LoginResult: Hashable, Sendable, Codable {
    /// The step that failed; nil for a login that worked.
    package var failedAt: LoginStep?
    /// What happened, in one line without any part of the secret.
    package var detail: String

    package init(failedAt: LoginStep? = nil, detail: String) {
        (self.failedAt, self.detail) = (failedAt, detail)
    }
}
