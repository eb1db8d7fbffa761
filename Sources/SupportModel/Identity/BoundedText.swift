/// Checks on free text that people type, so that no record can hold an unbounded or unprintable one.
enum BoundedText {
    /// One line of 1 to `Limits.lineBytesMax` bytes without control characters.
    static func line(_ text: String, _ what: String) throws(Refusal) -> String {
        guard !text.isEmpty else { throw .invalid(what: what, why: "is empty", wayOut: "say it") }
        guard text.utf8.count <= Limits.lineBytesMax else {
            throw .invalid(
                what: what, why: "is longer than \(Limits.lineBytesMax) bytes",
                wayOut: "shorten it")
        }
        guard text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
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
        guard text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 || $0 == 10 || $0 == 13 })
        else {
            throw .invalid(
                what: what, why: "holds a control character",
                wayOut: "keep to text, tabs and line ends")
        }
        return text
    }
}
