import SupportClient
import SupportModel

/// What a command shows to people: lines for standard output and remarks for standard error.
struct Page: Sendable {
    /// For whom it is drawn; its time may be set to that of the answer that is shown.
    var screen: Screen
    /// What goes to standard output, each line with its end.
    private(set) var text = ""
    /// The same line by line, its moments in words.
    private(set) var lines: [StyledText] = []
    /// What goes to standard error: that there was nothing to list, that a list was cut.
    private(set) var remarks = ""
    /// Whether a time is shown, so that it matters in which zone.
    private(set) var showsMoment = false

    init(_ screen: Screen) {
        self.screen = screen
    }

    /// Whether it says already that nothing was changed.
    private(set) var saysNothingChanged = false

    /// Adds a line.
    mutating func line(_ line: StyledText = "") {
        if line.hasMoment { showsMoment = true }
        let line = line.inWords(screen.words)
        text += line.drawn(screen.palette) + "\n"
        lines.append(line)
    }

    /// Adds what a change has done or, where the desk was so already, that nothing was changed.
    ///
    /// - Parameter dropped: what was given with the change and was not kept then: `reason`.
    mutating func outcome(
        _ done: StyledText, already isUnchanged: Bool?, _ state: StyledText,
        dropped: String? = nil
    ) {
        guard isUnchanged ?? false else { return line(done) }
        saysNothingChanged = true
        let loss = dropped.map { ", and the \($0) was not kept" } ?? ""
        line("\(state) already; nothing was changed\(loss)")
    }

    /// Adds a line to standard error.
    mutating func remark(_ line: StyledText) {
        remarks += line.inWords(screen.words).drawn(.plain) + "\n"
    }

    /// Adds a table; where it has no rows, only a remark such as `no tickets`.
    mutating func table(_ table: Table, none: StyledText) {
        if table.isEmpty {
            remark(none)
        } else {
            lines(of: table)
        }
    }

    /// Adds the lines of a table, indented, from a line on.
    mutating func lines(of table: Table, indent: String = "", from first: Int = 0) {
        if table.hasMoment { showsMoment = true }
        for row in table.lines(on: screen, indent: indent.count).dropFirst(first) {
            line("\(indent)\(row)")
        }
    }

    /// Adds a line for each fact, the values below each other; facts without a value are left out.
    ///
    /// In a window a long value goes on below itself.
    mutating func facts(_ facts: KeyValuePairs<String, StyledText?>) {
        let shown = facts.filter { !($0.value?.isEmpty ?? true) }
        let width = (shown.map(\.key.count).max() ?? 0) + 2
        for (name, value) in shown {
            guard let value else { continue }
            if value.hasMoment { showsMoment = true }
            let blanks = String(repeating: " ", count: width - name.count)
            let parts = wrapped(value, indent: width)
            line("\(name, .faint)\(blanks)\(parts.first ?? "")")
            for part in parts.dropFirst() {
                line("\(String(repeating: " ", count: width))\(part)")
            }
        }
    }

    /// The lines that a value takes in the window beside what stands before it.
    private func wrapped(_ value: StyledText, indent: Int) -> [StyledText] {
        let value = value.inWords(screen.words)
        guard let window = screen.window, window.columns - indent >= Self.valueColumnsMin else {
            return [value]
        }
        return value.wrapped(to: window.columns - indent)
    }

    /// A window that leaves a value less room is left to break lines itself.
    private static let valueColumnsMin = 20

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
