/// What a person needs to know of an outage: the text of the ticket that a monitor opens.
///
///     HTTP 503
///
///     failed: 3 probes in a row, from 2026-11-23 18:29:10 UTC on, 30s in all
///     check: https://shop.example.com/, status 200-399
///     last good probe: 2026-11-23 18:28:10 UTC, HTTP 200 (connect 8.0 ms, total 24.6 ms)
///     failures:
///       2026-11-23 18:29:10 UTC, connection refused
///       2026-11-23 18:29:40 UTC, HTTP 503 (connect 7.2 ms, total 19.0 ms)
struct OutageReport {
    let monitor: Monitor
    /// The monitor's probes since the desk started; the last one is the failure that was believed.
    let last: LastProbe

    /// The whole text, the last failure's detail first.
    var text: String { ([Self.detail(last.observation), ""] + facts).joined(separator: "\n") }

    private var facts: [String] {
        let count = last.streak == 1 ? "1 probe" : "\(last.streak) probes in a row"
        let length = DurationText.length(
            milliseconds: last.at.milliseconds(since: last.streakSince))
        let since = "from \(Self.time(last.streakSince)) on"
        return [
            "failed: \(count), \(since)" + (last.streak == 1 ? "" : ", \(length) in all"),
            "check: \(PrintableText.line(monitor.check.words))",
            "last good probe: "
                + (last.lastSuccess.map(Self.words)
                    ?? "none since the desk started or the monitor was changed"),
            last.failures.count < last.streak
                ? "the last \(last.failures.count) failures:" : "failures:",
        ] + last.failures.map { "  \(Self.words($0))" }
    }

    private static func words(_ probe: SeenProbe) -> String {
        let phases = probe.observation.phases.map { " (\($0.words))" } ?? ""
        return "\(time(probe.at)), \(detail(probe.observation))\(phases)"
    }

    private static func detail(_ probe: ProbeObservation) -> String {
        PrintableText.line(probe.detail, bytesMax: Limits.probeDetailBytesMax, mark: "")
    }

    /// `2026-11-23 18:29:10 UTC`.
    private static func time(_ instant: Instant) -> String {
        let text = instant.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
    }
}

extension Check {
    /// What is probed, with every limit that it is judged by: `https://shop.example.com/, status
    /// 200-399`, `disk /srv, at least 10% free`.
    package var words: String {
        switch self {
        case .http(let check): check.words
        case .tcp(let check):
            check.host.contains(":")
                ? "tcp [\(check.host)]:\(check.port)" : "tcp \(check.host):\(check.port)"
        case .disk(let check): "disk \(check.path), at least \(check.freePercentMin)% free"
        case .memory(let check): "memory, at least \(check.availablePercentMin)% available"
        case .load(let check): "load up to \(check.loadPerProcessorHundredthsMax.hundredths)"
        }
    }
}

extension HTTPCheck {
    fileprivate var words: String {
        [
            url, "status \(statusLowest)-\(statusHighest)",
            textPresent.map { "holds \"\($0)\"" },
            textAbsent.map { "does not hold \"\($0)\"" },
            responseMillisecondsMax.map { "within \(DurationText.text(milliseconds: $0))" },
            followsRedirects ? nil : "no redirects",
            followsLocalRedirects ?? false ? "local redirects allowed" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension ProbePhases {
    /// `resolve 1.2 ms, connect 8.0 ms, total 24.6 ms`; phases that were not reached are left out.
    package var words: String {
        let parts: [(String, Int?)] = [
            ("resolve", resolve), ("connect", connect), ("tls", tls), ("first byte", firstByte),
            ("transfer", transfer), ("total", total),
        ]
        return parts.compactMap { name, microseconds in
            microseconds.map { "\(name) \(Self.milliseconds($0))" }
        }.joined(separator: ", ")
    }

    /// Rounded half up to a tenth of a millisecond.
    private static func milliseconds(_ microseconds: Int) -> String {
        let whole = max(0, microseconds)
        let tenths = whole / 100 + (whole % 100 >= 50 ? 1 : 0)
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
