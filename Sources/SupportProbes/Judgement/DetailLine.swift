import SupportModel

/// Makes a text that may hold words of strangers fit to be shown as one line.
package enum DetailLine {
    /// The text with every control character as a space, cut at the limit for details between two
    /// characters, with three dots where it was cut.
    package static func of(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (32...126).contains($0) }
        if isPlain, text.utf8.count <= Limits.probeDetailBytesMax { return text }
        let line = String(text.unicodeScalars.map { isControl($0) ? " " : Character($0) })
        guard line.utf8.count > Limits.probeDetailBytesMax else { return line }
        var kept = ""
        var room = Limits.probeDetailBytesMax - 3
        for character in line {
            room -= character.utf8.count
            guard room >= 0 else { break }
            kept.append(character)
        }
        return kept + "..."
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate: true
        default: false
        }
    }
}
