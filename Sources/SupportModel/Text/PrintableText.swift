/// Which characters can be shown unchanged, and the replacement of the others: text from other
/// people must not move a cursor, colour a screen, change the writing direction or begin a new
/// line.
package enum PrintableText {
    /// The text as one line, with escapes for what cannot be shown: `\n`, `\u{1b}`.
    package static func line(_ text: String) -> String {
        guard !isPlain(text) else { return text }
        return text.unicodeScalars.reduce(into: "") { line, scalar in
            switch scalar {
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case _ where isPrintable(scalar): line.unicodeScalars.append(scalar)
            default: line += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
    }

    /// The text as one line of at most so many bytes, with a space for each character that cannot
    /// be shown. If it is cut, which is done between two characters, the mark is appended.
    package static func line(_ text: String, bytesMax: Int, mark: String = "...") -> String {
        if text.utf8.count <= bytesMax, isPlain(text) { return text }
        // Each scalar takes a byte or more: those after so many are cut off anyway.
        let first = text.unicodeScalars.prefix(bytesMax + 1)
        let line = String(first.map { isPrintable($0) ? Character($0) : " " })
        guard line.utf8.count > bytesMax else { return line }
        var kept = ""
        var room = bytesMax - mark.utf8.count
        for character in line {
            room -= character.utf8.count
            guard room >= 0 else { break }
            kept.append(character)
        }
        return kept + mark
    }

    /// Whether a character can be shown unchanged.
    package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (32...126).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return false
        // Of the invisible ones only those that join the parts of an emoji or the letters of a
        // script.
        case .format: return scalar.value == 0x200C || scalar.value == 0x200D
        default: return true
        }
    }

    /// Whether a text has neither control characters (C0, DEL, C1) nor line ends, including those
    /// of Unicode; required of text that is kept as one line.
    package static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains { isControl($0) || $0 == "\u{2028}" || $0 == "\u{2029}" }
    }

    /// Whether a text has no control characters but tabs and line ends; required of text that is
    /// kept as several lines.
    package static func isLines(_ text: String) -> Bool {
        !text.unicodeScalars.contains {
            isControl($0) && $0 != "\t" && $0 != "\n" && $0 != "\r"
        }
    }

    /// C0, DEL and C1, which a terminal may interpret instead of showing them.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 || (127...159).contains(scalar.value)
    }

    /// Whether a text holds printable ASCII only, as most do.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (32...126).contains($0) }
    }
}
