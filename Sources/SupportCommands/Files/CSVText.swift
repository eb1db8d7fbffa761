/// Writes CSV by RFC 4180: fields in quotes where they need them, lines ended with CRLF.
package enum CSVText {
    /// One record with its line's end.
    package static func record(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// Quotes a field that a reader would cut, and one with blanks at an end, which some drop.
    private static func field(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { ![10, 13, 34, 44].contains($0) }
        guard !isPlain || text.first == " " || text.last == " " else { return text }
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}

/// Keeps a spreadsheet from taking text for a formula: the one guard of all that is written as CSV.
///
/// A ticket's subject is written by strangers, and a spreadsheet runs what begins with `=`, `+`, `-`
/// or `@`. An export puts a `'` before such a field, and an import takes one away again: a field
/// that begins with any number of `'` and then one of these gains or loses exactly one, so that
/// every text comes back as it was. JSON Lines need no guard and have none. A statement, which nobody
/// reads back, gains a `'` only where there is none yet.
package enum FormulaGuard {
    /// The text as CSV shows it.
    package static func guarded(_ text: String) -> String {
        isFormula(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
    }

    /// The text that CSV shows.
    package static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = text.unicodeScalars.dropFirst()
        return isFormula(rest.drop { $0 == "'" }) ? String(rest) : text
    }

    /// The text as a table shows it that is not read back.
    package static func shown(_ text: String) -> String {
        isFormula(text.unicodeScalars[...]) ? "'" + text : text
    }

    /// Whether some program computes it, as OWASP's "CSV Injection" has it: full-width forms count,
    /// as some read them like the others, and blanks before are passed over.
    private static func isFormula(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{3000}"]
        let signs: Set<Unicode.Scalar> = [
            "=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
            "\u{FF20}", "\u{2212}",
        ]
        return text.first { !blanks.contains($0) }.map(signs.contains) ?? false
    }
}
