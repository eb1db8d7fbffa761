/// A line of text for people, made of runs with a style each.
///
/// Holds nothing but printable characters, whatever it is made of: see `PrintableText`.
struct StyledText: Sendable {
    private var runs: [Run] = []

    /// A part in one style.
    private struct Run {
        let text: String
        let style: Style?
    }

    init(_ text: String, _ style: Style? = nil) {
        append(text, style)
    }

    /// True when it shows nothing.
    var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

    /// How many columns of a terminal it takes.
    var columns: Int { runs.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

    /// The text as the terminal is to get it.
    func drawn(_ palette: Palette) -> String {
        runs.reduce(into: "") { $0 += palette.draw($1.text, $1.style) }
    }

    static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.runs += right.runs
        return sum
    }

    static func += (left: inout StyledText, right: StyledText) { left = left + right }

    private mutating func append(_ text: String, _ style: Style?) {
        runs.append(Run(text: PrintableText.line(text), style: style))
    }
}

extension StyledText: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { self.init(text) }

    init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

    /// Takes `\(value)`, `\(value, .style)` and `\(styledText)`.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = StyledText("")

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { text.append(literal, nil) }

        mutating func appendInterpolation(_ part: StyledText) { text += part }

        mutating func appendInterpolation(
            _ value: some CustomStringConvertible, _ style: Style? = nil
        ) {
            text.append(value.description, style)
        }
    }
}

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
