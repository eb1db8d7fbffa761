/// Why an exchange did not complete.
package enum TransferFault: Hashable, Sendable {
    /// The resolver does not know the name.
    case nameUnknown
    /// Nothing listens on the port.
    case refused
    /// The host or its network cannot be reached; the system's message.
    case unreachable(String)
    /// The time-out of the check elapsed.
    case timedOut
    /// The certificate was not accepted; libcurl's message.
    case certificate(String)
    /// The TLS handshake failed for another reason; libcurl's message.
    case handshake(String)
    /// More than `ProbeLimits.redirectsMax` redirects.
    case redirectedTooOften
    /// A redirect to something that is neither http nor https, or not a URL.
    case redirectedElsewhere
    /// A redirect to this host or its link, which the check does not allow: `loopback address ::1`.
    case redirectedNear(String)
    /// A line of the answer's header exceeds libcurl's limit.
    case headerTooLong
    /// The answer violates HTTP, or exceeds a limit of libcurl elsewhere than in a header line; our
    /// message.
    case malformed(String)
    /// The announced length of the body exceeds `ProbeLimits.announcedBytesMax` or any integer.
    case announcedTooMuch
    /// The announced length of the body is not a number.
    case announcedNonsense
    /// The answer does not begin as HTTP does.
    case notHTTP
    /// The server closed the connection without sending anything.
    case noAnswer
    /// The server closed the connection in the middle of its answer.
    case closedEarly
    /// Another failure of the server or the network; libcurl's message.
    case other(String)
    /// A failure of this worker; its message.
    case own(String)
}

extension TransferFault {
    /// The verdict on a probe that met this fault.
    package func verdict(_ times: ReachedTimes, timeoutMilliseconds: Int) -> Verdict {
        switch self {
        case .own(let words): Verdict(.unknown, "could not probe: \(words)")
        case .timedOut: Verdict(.failure, Self.timeoutDetail(times, timeoutMilliseconds))
        default: Verdict(.failure, detail)
        }
    }

    private var detail: String {
        switch self {
        case .nameUnknown: "name does not resolve"
        case .refused: "connection refused"
        case .unreachable(let words), .certificate(let words), .malformed(let words),
            .other(let words), .own(let words):
            words
        case .timedOut: "timed out"
        case .handshake(let words): "TLS handshake failed: \(words)"
        case .redirectedTooOften: "more than \(ProbeLimits.redirectsMax) redirects"
        case .redirectedElsewhere: "redirected to what is neither http nor https"
        case .redirectedNear(let address): "redirected to the \(address), which is not allowed"
        case .headerTooLong: "the header of the answer is too long: more than 100 KiB in a line"
        case .announcedTooMuch: "the Content-Length of the answer is absurd: more than 1 TiB"
        case .announcedNonsense: "the Content-Length of the answer is no number"
        case .notHTTP: "the answer is not HTTP"
        case .noAnswer: "connection closed without an answer"
        case .closedEarly: "connection closed in the middle of the answer"
        }
    }

    private static func timeoutDetail(_ times: ReachedTimes, _ milliseconds: Int) -> String {
        let span = SpanText.set(milliseconds: milliseconds)
        if times.firstByte > 0 { return "answer not complete within \(span)" }
        if times.connected > 0 { return "no answer within \(span)" }
        return times.resolved > 0
            ? "no connection within \(span)" : "name did not resolve within \(span)"
    }
}

/// An IP address, examined for whether it belongs to this host or its link.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 bytes of IPv4, also when embedded in an IPv6 address, or 16 bytes of IPv6.
    private let bytes: [UInt8]

    /// Takes the 4 or 16 bytes of an address, in network order; nil for any other number.
    package init?(_ bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.bytes = bytes
        case 16:
            self.bytes =
                Self.mapped.contains(Array(bytes.prefix(12)))
                    && !Self.own.contains(bytes) ? Array(bytes.suffix(4)) : bytes
        default: return nil
        }
    }

    /// `loopback` or `link-local` for an address of this host or its link; nil for any other.
    ///
    /// The unspecified address counts as loopback, because Linux connects it to this host.
    package var nearness: String? {
        if bytes.count == 4 {
            switch (bytes[0], bytes[1]) {
            case (127, _), (0, _): return "loopback"
            case (169, 254): return "link-local"
            default: return nil
            }
        }
        if Self.own.contains(bytes) { return "loopback" }
        return bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 ? "link-local" : nil
    }

    /// The IPv6 addresses `::` and `::1`.
    private static let own: [[UInt8]] = [
        [UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: 15) + [1],
    ]
    /// The first 12 bytes of an IPv6 address that embeds an IPv4 one: `::ffff:`, and the obsolete
    /// `::`.
    private static let mapped: [[UInt8]] = [
        [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], [UInt8](repeating: 0, count: 12),
    ]
}

extension NetworkAddress: CustomStringConvertible {
    /// IPv4 as `127.0.0.1`; IPv6 as `::`, `::1` or all eight groups.
    package var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        if Self.own.contains(bytes) { return bytes[15] == 0 ? "::" : "::1" }
        return stride(from: 0, to: 16, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }.joined(separator: ":")
    }
}
