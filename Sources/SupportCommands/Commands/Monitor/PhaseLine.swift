import SupportModel

/// How long each part of a look took.
enum PhaseLine {
    /// `resolve 1.2 ms, connect 8.0 ms, total 24.6 ms`; parts that were not reached are left out.
    static func text(_ phases: ProbePhases) -> StyledText {
        let parts: [(String, Int?)] = [
            ("resolve", phases.resolve), ("connect", phases.connect), ("tls", phases.tls),
            ("first byte", phases.firstByte), ("transfer", phases.transfer),
            ("total", phases.total),
        ]
        let shown = parts.compactMap { name, microseconds in
            microseconds.map { "\(name) \(milliseconds($0))" }
        }
        return "\(Words.list(shown))"
    }

    /// Rounded half up to a tenth of a millisecond.
    private static func milliseconds(_ microseconds: Int) -> String {
        let whole = max(0, microseconds)
        let tenths = whole / 100 + (whole % 100 >= 50 ? 1 : 0)
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
