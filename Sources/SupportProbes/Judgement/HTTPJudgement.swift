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
