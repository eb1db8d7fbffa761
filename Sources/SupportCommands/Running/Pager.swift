import SupportClient
import SupportModel

/// What shows a long answer at a terminal page by page.
final class Pager {
    private let console: any Console
    private let settings: Settings
    private let isAsked: Bool
    private var isTried = false

    /// - Parameter isAsked: false where the person wants none.
    init(_ console: any Console, _ settings: Settings = Settings(), isAsked: Bool) {
        (self.console, self.settings, self.isAsked) = (console, settings, isAsked)
    }

    /// Lets what is written from now on go through it, if there is one; the first time alone.
    func start() {
        guard isAsked, !isTried else { return }
        isTried = true
        if let command = Self.command(console, settings) { _ = console.startPager(command) }
    }

    /// The variables of the environment that name it; the first that is set counts.
    private static let variables = ["SUPPORTC_PAGER", "PAGER"]
    /// What it is where nothing is said.
    private static let usual = "less"

    /// The command of the shell that shows a long answer; nil for none: without a terminal, with an
    /// empty command or `cat`, or where there is no such program.
    ///
    /// A program that was asked for and is not there is told on standard error.
    private static func command(_ console: any Console, _ settings: Settings) -> String? {
        guard console.outputIsTerminal, let terminal = console.variable("TERM"),
            !["", "dumb"].contains(terminal)
        else { return nil }
        let inEnvironment = variables.lazy.compactMap { name in
            console.variable(name).map { (name, $0) }
        }.first
        let said = inEnvironment ?? settings.pager.map { ("pager in the configuration file", $0) }
        guard let (name, text) = said else { return console.isCommand(usual) ? usual : nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let program = words.first, words != ["cat"] else { return nil }
        if isPlain(text), !console.isCommand(String(program)) {
            console.complain(
                "supportc: \(name) is \(PrintableText.line(text)), which cannot be run; "
                    + "the answer is printed without a pager\n")
            return nil
        }
        return text
    }

    /// True when the text has more lines than the window beside the next prompt, those counted that
    /// the terminal makes of a long one.
    static func isLong(_ text: String, in window: Window) -> Bool {
        var rows = 0
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for line in lines.dropLast() {
            rows += max(1, (columns(of: Substring(line)) + window.columns - 1) / window.columns)
            if rows >= window.rows { return true }
        }
        return false
    }

    /// The columns of a line, without the marks of colours.
    private static func columns(of line: Substring) -> Int {
        let parts = line.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }
        return ([parts.first ?? ""] + rest).reduce(0) {
            $0 + DisplayWidth.columns(of: String($1))
        }
    }

    /// Whether the shell would read nothing in it but words, so that the first is the program.
    private static func isPlain(_ command: String) -> Bool {
        !command.contains { "|&;<>()$`\\\"'*?[#~=%\n".contains($0) }
    }
}

/// Whether it was said yet that the zone of the environment is none.
final class ZoneRemark {
    private var isSaid = false

    /// True the first time that it is asked for.
    var isFirst: Bool {
        defer { isSaid = true }
        return !isSaid
    }
}
