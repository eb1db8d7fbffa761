/// Makes text of others safe to show: what would move the cursor, colour the screen or turn the
/// direction of writing is shown as an escape instead.
enum PrintableText {
    /// One line: line ends and tabs are shown as escapes too.
    static func line(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (32...126).contains($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// The lines of a longer text; tabs become four blanks, `\r\n` ends a line as `\n` does.
    static func lines(_ text: String) -> [String] {
        var bytes = Array(text.utf8)
        if bytes.last == 10 { bytes.removeLast() }
        return bytes.split(separator: 10, omittingEmptySubsequences: false).map { part in
            let part = part.last == 13 ? part.dropLast() : part
            let tabless = part.split(separator: 9, omittingEmptySubsequences: false)
                .joined(separator: Array("    ".utf8))
            return line(String(decoding: Array(tabless), as: UTF8.self))
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if isSafe(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (32...126).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return false
        // Of the invisible ones only those that hold an emoji or a script's letters together.
        case .format: return scalar.value == 0x200C || scalar.value == 0x200D
        default: return true
        }
    }
}
