/// A site check: requests a page and judges the answer.
package struct HTTPCheck: Hashable, Sendable, Codable {
    /// An absolute `http://` or `https://` URL without user or password.
    package var url: String
    /// The lowest status that counts as up, 100 to 599. Default 200.
    package var statusLowest: Int
    /// The highest status that counts as up, the lowest to 599. Default 399.
    package var statusHighest: Int
    /// Text that the body must contain, byte for byte; nil: none.
    package var textPresent: String?
    /// Text that the body must not contain, byte for byte; nil: none.
    package var textAbsent: String?
    /// The longest duration of the whole exchange, in milliseconds; nil: only the time-out limits
    /// it.
    package var responseMillisecondsMax: Int?
    /// Whether redirects are followed (at most 10) before the status is judged.
    package var followsRedirects: Bool
    /// Whether redirects may lead to loopback and link-local addresses, which would let the owner
    /// of a site reach addresses of the desk's host; nil: only where the URL itself leads to one.
    package var followsLocalRedirects: Bool?

    package init(
        url: String, statusLowest: Int = 200, statusHighest: Int = 399,
        textPresent: String? = nil, textAbsent: String? = nil,
        responseMillisecondsMax: Int? = nil, followsRedirects: Bool = true,
        followsLocalRedirects: Bool? = nil
    ) {
        (self.url, self.statusLowest, self.statusHighest) = (url, statusLowest, statusHighest)
        (self.textPresent, self.textAbsent) = (textPresent, textAbsent)
        self.responseMillisecondsMax = responseMillisecondsMax
        self.followsRedirects = followsRedirects
        self.followsLocalRedirects = followsLocalRedirects
    }
}

/// A site check: opens a TCP connection.
package struct TCPCheck: Hashable, Sendable, Codable {
    /// A host name or an address, without brackets.
    package var host: String
    /// 1 to 65535.
    package var port: Int

    package init(host: String, port: Int) {
        (self.host, self.port) = (host, port)
    }
}

/// The parts of an `http` or `https` URL that decide where a probe connects.
///
/// Parsed only as far as is needed to report what is wrong with an address before anything connects
/// to it; libcurl parses the URL again when it connects.
package struct SiteAddress: Hashable, Sendable {
    /// Whether the scheme is `https`.
    package let isEncrypted: Bool
    /// The host name or address as written, an IPv6 address without its brackets.
    package let host: String
    /// The port as written, 1 to 65535; nil for the scheme's default.
    package let port: Int?

    /// Parses a URL, or returns what is wrong with it.
    package static func read(_ url: String) -> Reading {
        guard url.utf8.count <= Limits.urlBytesMax else {
            return .problem(.long(bytes: url.utf8.count))
        }
        guard url.utf8.allSatisfy({ (33...126).contains($0) }) else {
            return .problem(.characters)
        }
        guard let (isEncrypted, rest) = scheme(of: url) else {
            return .problem(.scheme)
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else {
            return .problem(.credentials)
        }
        return place(String(authority), isEncrypted: isEncrypted)
    }

    /// The result of parsing a URL.
    package enum Reading: Hashable, Sendable {
        case address(SiteAddress)
        case problem(AddressProblem)
    }

    private static func scheme(of url: String) -> (isEncrypted: Bool, rest: Substring)? {
        let lowered = url.prefix(8).lowercased()
        if lowered.hasPrefix("https://") { return (true, url.dropFirst(8)) }
        if lowered.hasPrefix("http://") { return (false, url.dropFirst(7)) }
        return nil
    }

    private static func place(_ authority: String, isEncrypted: Bool) -> Reading {
        let (host, portText) = split(authority)
        if let problem = HostRule.problem(host) { return .problem(.host(problem)) }
        guard let portText, !portText.isEmpty else {
            return .address(SiteAddress(isEncrypted: isEncrypted, host: host, port: nil))
        }
        guard let port = Int(digits: portText), HostRule.ports.contains(port)
        else {
            return .problem(.port(String(portText)))
        }
        return .address(SiteAddress(isEncrypted: isEncrypted, host: host, port: port))
    }

    /// Splits `host:port` and `[v6]:port`; a bracket that is never closed stays in the host, where
    /// the rule for hosts refuses it.
    private static func split(_ authority: String) -> (host: String, port: String?) {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            let host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            guard host.contains(":"), rest.isEmpty || rest.hasPrefix(":") else {
                return (authority, nil)
            }
            return (String(host), rest.isEmpty ? nil : String(rest.dropFirst()))
        }
        guard let colon = authority.firstIndex(of: ":") else { return (authority, nil) }
        let port = authority[authority.index(after: colon)...]
        return (String(authority[..<colon]), String(port))
    }
}
