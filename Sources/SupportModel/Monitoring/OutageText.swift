/// The length of an outage in words: `42s`, `12m5s`, `3h7m`, `2d4h`.
package enum OutageText {
    /// Two units at most; the rest is dropped.
    package static func text(milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "m"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0s" }
        let (size, name) = units[first]
        var text = "\(seconds / size)\(name)"
        if first + 1 < units.count {
            let (next, nextName) = units[first + 1]
            let rest = seconds % size / next
            if rest > 0 { text += "\(rest)\(nextName)" }
        }
        return text
    }
}
