import SupportModel

/// Texts of strangers as the desk takes them: without what a terminal would obey.
enum CleanText {
    /// Several lines: line ends are LF, and other control characters become U+FFFD.
    static func lines(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            switch scalar {
            case "\n" where before == "\r": continue
            case "\r", "\u{2028}", "\u{2029}": kept.append("\n")
            case "\n", "\t": kept.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}": kept.append("\u{FFFD}")
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }

    /// One line of at most so many bytes: blanks and control characters become single spaces.
    static func line(_ text: String, bytesMax: Int) -> String {
        let words = text.unicodeScalars.split { scalar in
            scalar.properties.isWhitespace || scalar.value < 32
                || (127...159).contains(scalar.value)
        }
        let line = words.map { String($0) }.joined(separator: " ")
        return line.utf8.count <= bytesMax ? line : cut(line, bytesMax: bytesMax)
    }

    /// The beginning of a text, cut between two scalars, with an ellipsis.
    private static func cut(_ text: String, bytesMax: Int) -> String {
        var kept = String.UnicodeScalarView()
        var room = bytesMax - 3
        for scalar in text.unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }

    /// One line of at most so many scalars, and whether it was cut.
    static func line(_ text: String, charactersMax: Int) -> (line: String, isCut: Bool) {
        let line = line(text, bytesMax: .max)
        guard line.unicodeScalars.count > charactersMax else { return (line, false) }
        return (String(line.unicodeScalars.prefix(charactersMax - 1)) + "…", true)
    }
}
