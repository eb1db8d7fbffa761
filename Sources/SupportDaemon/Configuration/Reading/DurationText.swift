/// The text of a duration: `1h30m`, `45s`, `500ms`; each unit at most once, the largest first.
enum DurationText {
    private static let units: [(name: String, milliseconds: Int)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// Milliseconds; nil for a text that is no duration. A number has at most nine digits.
    static func milliseconds(_ text: String) -> Int? {
        var rest = Substring(text)
        var left = units[...]
        var sum = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard (1...9).contains(digits.count), let number = Int(digits),
                let place = left.firstIndex(where: { $0.name == unit })
            else { return nil }
            sum += number * left[place].milliseconds
            left = left[(place + 1)...]
        }
        return text.isEmpty ? nil : sum
    }

    /// The shortest text of a duration of 0 ms or more.
    static func text(_ milliseconds: Int) -> String {
        var rest = milliseconds
        var text = ""
        for unit in units where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text.isEmpty ? "0s" : text
    }
}
