/// Why an exchange did not come to its end.
package enum TransferFault: Hashable, Sendable {
    /// The name is not known to the resolver.
    case nameUnknown
    /// Nobody listens on the port.
    case refused
    /// The host or its network cannot be reached; the system's words.
    case unreachable(String)
    /// The time-out of the look ran out.
    case timedOut
    /// The certificate was not accepted; libcurl's words.
    case certificate(String)
    /// The TLS handshake failed otherwise; libcurl's words.
    case handshake(String)
    /// More redirects than are followed.
    case redirectedTooOften
    /// A redirect to something that is neither http nor https, or no URL at all.
    case redirectedElsewhere
    /// A redirect to this host or its link, which the check does not allow: `loopback address ::1`.
    case redirectedNear(String)
    /// A line of the answer's head is longer than libcurl takes.
    case headerTooLong
    /// The answer is built as HTTP forbids, or larger than libcurl takes in another place than a
    /// line of its head; our own words.
    case malformed(String)
    /// An announced length of the body beyond `ProbeLimits.announcedBytesMax`, or beyond any number.
    case announcedTooMuch
    /// An announced length of the body that is no number.
    case announcedNonsense
    /// What was answered does not begin as HTTP does.
    case notHTTP
    /// The other side closed without a word.
    case noAnswer
    /// The other side closed in the middle of its answer.
    case closedEarly
    /// Something else that the other side or the way to it did; libcurl's words.
    case other(String)
    /// This worker could not look: the fault is its own.
    case own(String)
}

extension TransferFault {
    /// What the fault means for the look that met it.
    package func verdict(_ times: ReachedTimes, timeoutMilliseconds: Int) -> Verdict {
        switch self {
        case .own(let words): Verdict(.unknown, "could not look: \(words)")
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

/// An address of the network, as far as it matters whether it leads out of this host.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 bytes of IPv4, also where they came inside of an IPv6 address, or 16 of IPv6.
    private let bytes: [UInt8]

    /// Takes the 4 or 16 bytes of an address, in the network's order; nil for any other number.
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

    /// What kind of near address it is, in words; nil for one that leads out into the network.
    ///
    /// The unspecified address counts, because Linux connects it to this host.
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

    /// `::` and `::1`.
    private static let own: [[UInt8]] = [
        [UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: 15) + [1],
    ]
    /// What stands before an IPv4 address inside of an IPv6 one: `::ffff:`, and `::` as of old.
    private static let mapped: [[UInt8]] = [
        [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], [UInt8](repeating: 0, count: 12),
    ]
}

extension NetworkAddress: CustomStringConvertible {
    /// `127.0.0.1`; of IPv6 `::1`, or all eight groups.
    package var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        if Self.own.contains(bytes) { return bytes[15] == 0 ? "::" : "::1" }
        return stride(from: 0, to: 16, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }.joined(separator: ":")
    }
}
