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
