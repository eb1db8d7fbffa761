import SupportClient
import SupportTerminal

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

    /// The same on a screen that is drawn as a whole.
    var onScreen: ScreenStyle {
        switch self {
        case .strong: .strong
        case .faint: .faint
        case .good: .good
        case .warning: .warning
        case .bad: .bad
        }
    }

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
