/// Keeps a spreadsheet from taking text for a formula.
///
/// A ticket's subject is written by strangers, and a spreadsheet runs what begins with `=`, `+`, `-`
/// or `@`. An export puts a `'` before such a field, and an import takes one away again: a field
/// that begins with any number of `'` and then one of these gains or loses exactly one, so that
/// every text comes back as it was. JSON Lines need no guard and have none.
package enum FormulaGuard {
    /// The text as CSV shows it.
    package static func guarded(_ text: String) -> String {
        isRisky(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
    }

    /// The text that CSV shows.
    package static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = text.unicodeScalars.dropFirst()
        return isRisky(rest.drop { $0 == "'" }) ? String(rest) : text
    }

    /// Full-width forms count, as some programs read them like the others; so do the blanks that
    /// some pass over.
    private static func isRisky(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        let risky: Set<Unicode.Scalar> = [
            "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
        ]
        return text.first { _ in true }.map(risky.contains) ?? false
    }
}
