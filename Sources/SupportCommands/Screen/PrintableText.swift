import SupportJSON
package import SupportModel

extension PrintableText {
    /// A whole text with its line ends and tabs as they are.
    package static func text(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (32...126).contains($0) || $0 == 10 }) else { return text }
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let endsLine = scalar == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
            let isKept = endsLine || scalar == "\n" || scalar == "\t"
            result += isKept ? String(scalar) : line(String(scalar))
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
        var result: [UInt8] = []
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if isPrintable(scalar) || scalar.value < 32 {
                result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            } else {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    result += Array("\\u".utf8)
                    Hexadecimal.append(UInt64(unit), digits: 4, to: &result)
                }
            }
        }
        return result
    }
}

/// How many columns of a terminal a text takes.
///
/// East Asian wide and emoji characters take two, marks that join the one before take none. Source
/// of the ranges: Unicode Standard Annex #11, categories W and F, rounded to whole blocks.
package enum DisplayWidth {
    /// The columns; control characters count as one.
    package static func columns(of text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns of one character.
    package static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        return scalars.map(columns).max() ?? 0
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        case _ where scalar.properties.isEmojiPresentation: return 2
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}
