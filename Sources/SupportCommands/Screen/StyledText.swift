import SupportModel

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
