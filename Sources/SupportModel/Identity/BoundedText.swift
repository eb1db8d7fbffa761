/// Checks on free text that people type, so that no record can hold an unbounded or unprintable one.
enum BoundedText {
    /// One line of 1 to `Limits.lineBytesMax` bytes that says something, without control characters.
    static func line(_ text: String, _ what: String) throws(Refusal) -> String {
        guard !isBlank(text) else { throw .invalid(what: what, why: "is empty", wayOut: "say it") }
        guard text.utf8.count <= Limits.lineBytesMax else {
            throw .invalid(
                what: what, why: "is longer than \(Limits.lineBytesMax) bytes",
                wayOut: "shorten it")
        }
        guard isOneLine(text) else {
            throw .invalid(
                what: what, why: "holds a control character", wayOut: "keep it to one line")
        }
        return text
    }

    /// Several lines of at most `Limits.bodyBytesMax` bytes; of controls only tab and line ends.
    static func body(_ text: String, _ what: String) throws(Refusal) -> String {
        guard text.utf8.count <= Limits.bodyBytesMax else {
            throw .invalid(
                what: what, why: "is longer than \(Limits.bodyBytesMax) bytes",
                wayOut: "shorten it or keep it elsewhere and name the place")
        }
        let allowed: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
        guard !text.unicodeScalars.contains(where: { isControl($0) && !allowed.contains($0) })
        else {
            throw .invalid(
                what: what, why: "holds a control character",
                wayOut: "keep to text, tabs and line ends")
        }
        return text
    }

    /// What a machine reported, as one line of at most `Limits.probeDetailBytesMax` bytes: control
    /// characters become spaces, and what is too much is cut off between two characters.
    static func report(_ text: String) -> String {
        let line = text.unicodeScalars.map { isControl($0) || isLineEnd($0) ? " " : $0 }
        return cut(
            String(String.UnicodeScalarView(line)), bytesMax: Limits.probeDetailBytesMax)
    }

    /// The beginning of a text, cut between two scalars to a number of bytes.
    static func cut(_ text: String, bytesMax: Int) -> String {
        guard text.utf8.count > bytesMax else { return text }
        var kept = String.UnicodeScalarView()
        var room = bytesMax
        for scalar in text.unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// Whether a text has neither control characters nor line ends.
    static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains { isControl($0) || isLineEnd($0) }
    }

    /// Whether a text has nothing to read in it.
    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// C0, DEL and C1: what a terminal may obey instead of showing it.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 || (127...159).contains(scalar.value)
    }

    /// The line and paragraph separators of Unicode.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}
