package import SupportModel

/// Judges an HTTP exchange: a pure function of the check and the result.
package enum HTTPJudgement {
    /// The verdict on an exchange.
    ///
    /// - Parameters:
    ///   - fault: why the exchange did not complete; nil when it did, or when the body was cut
    ///     because enough of it had been read.
    package static func verdict(
        _ check: HTTPCheck, timeoutMilliseconds: Int, fault: TransferFault?, status: Int,
        body: BodyScan, times: ReachedTimes
    ) -> Verdict {
        if let fault { return fault.verdict(times, timeoutMilliseconds: timeoutMilliseconds) }
        guard check.statusLowest <= status, status <= check.statusHighest else {
            return Verdict(.failure, "HTTP \(status), expected \(expected(check))")
        }
        if let text = check.textPresent, body.lacksPresent {
            let place = body.isCut ? "the first \(ProbeLimits.bodyBytesMax >> 20) MiB" : "the page"
            return Verdict(.failure, "HTTP \(status), but \(place) lacks the text \"\(text)\"")
        }
        if let text = check.textAbsent, body.holdsAbsent {
            return Verdict(.failure, "HTTP \(status), but the page holds the text \"\(text)\"")
        }
        let took = SpanText.measured(microseconds: times.ended)
        if let most = check.responseMillisecondsMax, times.ended > most.multipliedSafely(by: 1000) {
            let allowed = SpanText.set(milliseconds: most)
            return Verdict(.failure, "HTTP \(status) in \(took), allowed are \(allowed)")
        }
        return Verdict(.success, "HTTP \(status) in \(took)")
    }

    private static func expected(_ check: HTTPCheck) -> String {
        check.statusLowest == check.statusHighest
            ? "\(check.statusLowest)" : "\(check.statusLowest) to \(check.statusHighest)"
    }
}

extension Int {
    fileprivate func multipliedSafely(by factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}

/// Judges an attempt to open a TCP connection.
package enum TCPJudgement {
    /// The verdict on an attempt; `fault` is nil when the connection was opened.
    package static func verdict(
        timeoutMilliseconds: Int, fault: TransferFault?, times: ReachedTimes
    ) -> Verdict {
        if let fault { return fault.verdict(times, timeoutMilliseconds: timeoutMilliseconds) }
        return Verdict(.success, "connected in \(SpanText.measured(microseconds: times.ended))")
    }
}

/// The result of a probe: its outcome, and one line for people with the reason.
package struct Verdict: Hashable, Sendable {
    package let outcome: ProbeObservation.Outcome
    /// As the judgement wrote it; an observation holds it as one printable line.
    package let detail: String

    package init(_ outcome: ProbeObservation.Outcome, _ detail: String) {
        (self.outcome, self.detail) = (outcome, detail)
    }
}

/// When each phase of an exchange ended, in microseconds from its start; 0 for a phase not reached.
package struct ReachedTimes: Hashable, Sendable {
    /// When the host's name was resolved.
    package var resolved = 0
    /// When the TCP connection was established.
    package var connected = 0
    /// When the TLS handshake ended; 0 for plain HTTP.
    package var encrypted = 0
    /// When the first byte of the answer arrived.
    package var firstByte = 0
    /// When the last byte of the answer arrived, or the exchange was aborted.
    package var ended = 0

    /// The times of an exchange that has not started.
    package init() {}

    /// The duration of each phase by itself; nil for a phase that was not reached.
    ///
    /// A phase that ends before the preceding one, as when a redirect is aborted, counts as not
    /// reached.
    package var phases: ProbePhases {
        let opened = max(connected, encrypted)
        return ProbePhases(
            resolve: Self.part(from: 0, to: resolved),
            connect: Self.part(from: resolved, to: connected),
            tls: Self.part(from: connected, to: encrypted),
            firstByte: Self.part(from: opened, to: firstByte),
            transfer: firstByte > 0 ? Self.part(from: firstByte, to: ended) : nil,
            total: max(0, ended))
    }

    private static func part(from start: Int, to end: Int) -> Int? {
        end > 0 && end >= start ? end - start : nil
    }
}

/// Formats durations for people.
package enum SpanText {
    /// A measured duration: `12 ms`, or `under 1 ms`.
    package static func measured(microseconds: Int) -> String {
        microseconds < 1000 ? "under 1 ms" : "\(microseconds / 1000) ms"
    }

    /// A configured duration: `5 s` where it is whole seconds, otherwise `300 ms`.
    package static func set(milliseconds: Int) -> String {
        milliseconds > 0 && milliseconds % 1000 == 0
            ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
