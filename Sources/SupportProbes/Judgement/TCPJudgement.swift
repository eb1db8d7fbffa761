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
