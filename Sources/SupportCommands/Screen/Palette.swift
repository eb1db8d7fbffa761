import SupportClient

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
