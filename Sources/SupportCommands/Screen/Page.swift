import SupportClient
import SupportModel

/// What a command shows to people: lines for standard output and remarks for standard error.
struct Page: Sendable {
    private let palette: Palette
    /// What goes to standard output, each line with its end.
    private(set) var text = ""
    /// What goes to standard error: that there was nothing to list, that a list was cut.
    private(set) var remarks = ""

    init(_ palette: Palette) {
        self.palette = palette
    }

    /// Adds a line.
    mutating func line(_ line: StyledText = "") {
        text += line.drawn(palette) + "\n"
    }

    /// Adds what a change has done or, where the desk was so already, that nothing was changed.
    mutating func outcome(_ done: StyledText, already isUnchanged: Bool?, _ state: StyledText) {
        line(isUnchanged ?? false ? "\(state) already; nothing was changed" : done)
    }

    /// Adds a line to standard error.
    mutating func remark(_ line: StyledText) {
        remarks += line.drawn(.plain) + "\n"
    }

    /// Adds a table; where it has no rows, only a remark such as `no tickets`.
    mutating func table(_ table: Table, none: StyledText) {
        if table.isEmpty {
            remark(none)
        } else {
            table.lines.forEach { line($0) }
        }
    }

    /// Adds a line for each fact, the values below each other; facts without a value are left out.
    mutating func facts(_ facts: KeyValuePairs<String, StyledText?>) {
        let shown = facts.filter { !($0.value?.isEmpty ?? true) }
        let width = shown.map(\.key.count).max() ?? 0
        for (name, value) in shown {
            let blanks = String(repeating: " ", count: width - name.count + 2)
            line("\(name, .faint)\(blanks)\(value ?? "")")
        }
    }

    /// Adds a longer text line by line, indented.
    mutating func block(_ text: String, indent: String = "  ") {
        for part in PrintableText.lines(text) { line(part.isEmpty ? "" : "\(indent)\(part)") }
    }

    /// Adds a heading with an empty line above.
    mutating func heading(_ title: String) {
        line()
        line("\(title, .strong)")
    }
}

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

/// Whether there are colours.
///
/// There are on a terminal that is not `dumb`, unless `NO_COLOR` is set to anything but nothing
/// (https://no-color.org).
struct Palette: Hashable, Sendable {
    /// True when styles are drawn.
    var isColoured: Bool

    /// No colours.
    static let plain = Palette(isColoured: false)

    init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// The palette of standard output.
    init(_ console: any Console) {
        isColoured =
            console.outputIsTerminal && (console.variable("NO_COLOR") ?? "").isEmpty
            && console.variable("TERM") != "dumb"
    }

    /// The text as the terminal is to get it.
    func draw(_ text: String, _ style: Style?) -> String {
        guard isColoured, let style, !text.isEmpty else { return text }
        return "\u{1B}[\(style.code)m\(text)\u{1B}[0m"
    }
}

/// What a piece of text means to the eye; a colour only where there are colours.
enum Style: Sendable {
    /// The name of the thing that is shown.
    case strong
    /// Of less weight than its surroundings.
    case faint
    /// As it should be.
    case good
    /// To be watched.
    case warning
    /// To be acted on.
    case bad

    /// The number of the terminal's attribute or colour (ECMA-48, SGR).
    var code: Int {
        switch self {
        case .strong: 1
        case .faint: 2
        case .good: 32
        case .warning: 33
        case .bad: 31
        }
    }
}
