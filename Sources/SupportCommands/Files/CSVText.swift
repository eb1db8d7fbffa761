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
