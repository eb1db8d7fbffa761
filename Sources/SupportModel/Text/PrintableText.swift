/// What can be shown as it is, and what stands in the place of the rest: text of others must not
/// move a cursor, colour a screen, turn the direction of writing or begin a line of its own.
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

    /// The text as one line of at most so many bytes, with a space for what cannot be shown. Where it
    /// is cut, between two characters, the mark ends it.
    package static func line(_ text: String, bytesMax: Int, mark: String = "...") -> String {
        if isPlain(text), text.utf8.count <= bytesMax { return text }
        let line = String(text.unicodeScalars.map { isPrintable($0) ? Character($0) : " " })
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

    /// Whether a character can be shown as it is.
    package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (32...126).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return false
        // Of the invisible ones only those that hold an emoji or a script's letters together.
        case .format: return scalar.value == 0x200C || scalar.value == 0x200D
        default: return true
        }
    }

    /// Whether a text has neither control characters (C0, DEL, C1) nor line ends, those of Unicode
    /// counted: what is kept as one line must.
    package static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains { isControl($0) || $0 == "\u{2028}" || $0 == "\u{2029}" }
    }

    /// Whether a text has no control characters but tabs and line ends: what is kept as several lines
    /// must.
    package static func isLines(_ text: String) -> Bool {
        !text.unicodeScalars.contains {
            isControl($0) && $0 != "\t" && $0 != "\n" && $0 != "\r"
        }
    }

    /// C0, DEL and C1: what a terminal may obey instead of showing it.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 || (127...159).contains(scalar.value)
    }

    /// Whether a text holds printable ASCII only, as most do.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (32...126).contains($0) }
    }
}
