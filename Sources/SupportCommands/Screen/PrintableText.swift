/// Makes text of others safe to show: what would move the cursor, colour the screen or turn the
/// direction of writing is shown as an escape instead.
package enum PrintableText {
    /// One line: line ends and tabs are shown as escapes too.
    package static func line(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (32...126).contains($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// A whole text with its line ends and tabs as they are.
    package static func text(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (32...126).contains($0) || $0 == 10 }) else { return text }
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let endsLine = scalar == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
            if endsLine || scalar == "\n" || scalar == "\t" {
                result.unicodeScalars.append(scalar)
            } else {
                append(scalar, to: &result)
            }
        }
        return result
    }

    /// The lines of a longer text; tabs become four blanks, `\r\n` ends a line as `\n` does.
    package static func lines(_ text: String) -> [String] {
        var bytes = Array(text.utf8)
        if bytes.last == 10 { bytes.removeLast() }
        return bytes.split(separator: 10, omittingEmptySubsequences: false).map { part in
            let part = part.last == 13 ? part.dropLast() : part
            let tabless = part.split(separator: 9, omittingEmptySubsequences: false)
                .joined(separator: Array("    ".utf8))
            return line(String(decoding: Array(tabless), as: UTF8.self))
        }
    }

    /// The same JSON, with JSON's own escapes for what a terminal would obey.
    package static func json(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.allSatisfy({ $0 < 127 }) else { return bytes }
        var result = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if isSafe(scalar) || scalar.value < 32 {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return Array(result.utf8)
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
