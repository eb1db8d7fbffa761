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

    /// Whether it says already that nothing was changed.
    private(set) var saysNothingChanged = false

    /// Adds a line.
    mutating func line(_ line: StyledText = "") {
        text += line.drawn(palette) + "\n"
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
