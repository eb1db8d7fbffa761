import SupportModel

/// A text as it is written in an editor: above lines that say what it is for.
enum EditedText {
    /// What the help of a command says whose text may be written so.
    static let details =
        "Without a text it is written in the editor that VISUAL or EDITOR names, at a terminal."

    /// The editor of the user's choice, as a command of the shell.
    static func editor(_ variable: (String) -> String?) -> String {
        let isDumb = (variable("TERM") ?? "dumb") == "dumb"
        let named = (isDumb ? ["EDITOR"] : ["VISUAL", "EDITOR"]).compactMap(variable)
        return named.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
    }

    /// What the editor begins with.
    static func template(_ subject: String) -> String {
        """


        # Write \(PrintableText.line(subject)).
        # Lines that begin with # are left out; an empty text changes nothing.

        """
    }

    /// The text without the lines that begin with `#` and without empty ones around it.
    static func withoutComments(_ text: String) -> String {
        let kept = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("#") }
        let isEmpty = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
        guard let first = kept.firstIndex(where: { !isEmpty($0) }),
            let last = kept.lastIndex(where: { !isEmpty($0) })
        else { return "" }
        return kept[first...last].joined(separator: "\n")
    }
}
