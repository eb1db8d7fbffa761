import SupportModel

/// A piece of HTML: its literals are markup, everything that is put into them is escaped.
///
/// Takes `\(value)`, `\(markup)`, and `\(foreign: text)` for what others wrote, whose direction of
/// writing must not touch what surrounds it.
struct Markup: Sendable {
    /// The HTML.
    private(set) var text: String

    static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum.text += right.text
        return sum
    }

    static func += (left: inout Markup, right: Markup) { left.text += right.text }

    /// Pieces one after the other.
    static func joined(_ pieces: [Markup]) -> Markup {
        pieces.reduce(into: "") { $0 += $1 }
    }

    /// The text with everything that HTML reads as markup, in an element or an attribute, escaped.
    ///
    /// Control characters, which no HTML may hold, become the sign for what cannot be shown.
    fileprivate static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\0"..<" ", "\u{7F}"..."\u{9F}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Markup: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// What is put into a literal.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ part: Markup) { text += part.text }

        mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            text += Markup.escaped(value.description)
        }

        mutating func appendInterpolation(foreign text: String) {
            self.text += "<bdi>\(Markup.escaped(text))</bdi>"
        }
    }
}
