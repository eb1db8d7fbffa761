/// The text of a span of time as people write it: `30s`, `5m`, `1h30m`, `1d`, `250ms`.
package enum SpanText {
    /// From the largest to the smallest, in milliseconds.
    private static let units: [(mark: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// The span in its largest units; `0s` for none.
    package static func text(milliseconds: Int64) -> String {
        var rest = max(0, milliseconds)
        var text = ""
        for unit in units where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.mark)"
            rest %= unit.milliseconds
        }
        return text.isEmpty ? "0s" : text
    }

    /// Reads numbers with units from the largest to the smallest, each unit at most once; nil for
    /// anything else. At most nine digits a number.
    package static func milliseconds(_ text: String) -> Int64? {
        var rest = text[...]
        var left = units[...]
        var sum: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let mark = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard (1...9).contains(digits.count), let number = Int64(digits),
                let unit = left.firstIndex(where: { $0.mark == mark })
            else { return nil }
            sum += number * left[unit].milliseconds
            left = left[(unit + 1)...]
            rest = rest[mark.endIndex...]
        }
        return sum
    }
}
