package import SupportModel

/// Judges an HTTP exchange: pure, from what was asked and what came of it.
package enum HTTPJudgement {
    /// The verdict on an exchange.
    ///
    /// - Parameters:
    ///   - fault: why it did not come to its end; nil when it did, or when the body was cut because
    ///     enough of it had been read.
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

/// What a look came to: the outcome, and one line for people that says why.
package struct Verdict: Hashable, Sendable {
    /// As it should be, not as it should be, or not to be told.
    package let outcome: ProbeObservation.Outcome
    /// As the judgement wrote it; an observation holds it as one printable line.
    package let detail: String

    package init(_ outcome: ProbeObservation.Outcome, _ detail: String) {
        self.outcome = outcome
        self.detail = detail
    }
}

/// When each part of an exchange was done, in microseconds from its start; 0 for never.
package struct ReachedTimes: Hashable, Sendable {
    /// The address of the host's name was known.
    package var resolved = 0
    /// The TCP connection stood.
    package var connected = 0
    /// The TLS handshake was over; stays 0 for plain HTTP.
    package var encrypted = 0
    /// The first byte of the answer came.
    package var firstByte = 0
    /// The last byte of the answer came, or the exchange broke off.
    package var ended = 0

    /// An exchange in which nothing has been done yet.
    package init() {}

    /// How long each part took by itself; nil for a part that was not reached.
    ///
    /// A part that seems to end before the one before it, as when a redirect broke off half-way,
    /// counts as not reached.
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

/// Writes spans of time as people say them.
package enum SpanText {
    /// A measured span: `12 ms`, below that `under 1 ms`.
    package static func measured(microseconds: Int) -> String {
        microseconds < 1000 ? "under 1 ms" : "\(microseconds / 1000) ms"
    }

    /// A span that somebody set: `5 s` where it is whole seconds, otherwise `300 ms`.
    package static func set(milliseconds: Int) -> String {
        milliseconds > 0 && milliseconds % 1000 == 0
            ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
