/// A place in the bytes of a TOML text: steps over marks, blanks and comments, and reads keys.
///
/// Never steps past the end, and knows the line and the column it is at.
struct TOMLCursor {
    private let bytes: [UInt8]
    /// How many bytes were stepped over.
    private var offset = 0
    private var line = 1
    private var column = 1

    private static let newline = UInt8(ascii: "\n")

    /// Fails where the bytes are not UTF-8.
    init(_ bytes: [UInt8]) throws(TOMLFault) {
        self.bytes = bytes
        // Editors of some systems begin a text with this mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        guard let wrong = Self.firstWrongByte(of: bytes) else { return }
        while offset < wrong { step() }
        throw fault("expected text in UTF-8")
    }

    private static func firstWrongByte(of bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    var position: TOMLPosition { TOMLPosition(line: line, column: column) }

    var isAtEnd: Bool { offset >= bytes.count }

    /// Whether a line ends here, in one byte or in two.
    var isAtLineEnd: Bool {
        peek == Self.newline
            || peek == UInt8(ascii: "\r") && offset + 1 < bytes.count
                && bytes[offset + 1] == Self.newline
    }

    /// Whether a control character other than a tab stands here, which TOML allows nowhere.
    var isAtControl: Bool {
        peek.map { $0 < 32 && $0 != UInt8(ascii: "\t") || $0 == 127 } ?? false
    }

    /// The byte at this place; nil at the end.
    var peek: UInt8? { isAtEnd ? nil : bytes[offset] }

    /// What is wrong here.
    func fault(_ problem: String) -> TOMLFault { TOMLFault(position, problem) }

    mutating func step() {
        guard let byte = peek else { return }
        offset += 1
        if byte == Self.newline {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            // The bytes that continue a character are not counted.
            column += 1
        }
    }

    /// Steps over a mark if it stands here.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard let byte = peek, byte == UInt8(ascii: mark) else { return false }
        step()
        return true
    }

    /// Steps over a mark that must stand here.
    mutating func expect(_ mark: Unicode.Scalar) throws(TOMLFault) {
        guard take(mark) else { throw fault("expected \(mark)") }
    }

    /// Steps over the end of a line if it is here.
    mutating func takeLineEnd() -> Bool {
        guard isAtLineEnd else { return false }
        _ = take("\r")
        return take("\n")
    }

    /// Steps over the spaces and the comment before the end of a line, which must follow.
    mutating func endLine() throws(TOMLFault) {
        skipSpaces()
        try skipComment()
        guard isAtEnd || takeLineEnd() else { throw fault("expected the end of the line") }
    }

    mutating func skipSpaces() {
        while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { step() }
    }

    /// Steps over spaces, ends of lines and comments.
    mutating func skipBlanks() throws(TOMLFault) {
        repeat {
            skipSpaces()
            try skipComment()
        } while takeLineEnd()
    }

    private mutating func skipComment() throws(TOMLFault) {
        guard peek == UInt8(ascii: "#") else { return }
        while !isAtEnd, !isAtLineEnd {
            if isAtControl { throw fault("expected no control character in a comment") }
            step()
        }
    }

    /// A key, bare or in quotes, its escapes resolved.
    mutating func key() throws(TOMLFault) -> TOMLKey {
        if let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard run(of: quote) < 3 else { throw fault("expected a key on one line") }
            return TOMLKey(try string())
        }
        let word = take(while: TOMLKey.isBare)
        guard !word.isEmpty else { throw fault("expected a key") }
        return TOMLKey(word)
    }

    /// What stands here without quotes and could be a number, a boolean, a date or a time; empty
    /// where nothing does. A space between a date and a time is part of it.
    mutating func plainValue() -> String {
        let word = take(while: Self.isPlain)
        guard word.utf8.count == TOMLMoment.dateBytes, peek == UInt8(ascii: " "),
            offset + 1 < bytes.count, (48...57).contains(bytes[offset + 1])
        else { return word }
        step()
        return word + " " + take(while: Self.isPlain)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        TOMLKey.isBare(byte)
            || [UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte)
    }

    private mutating func take(while fits: (UInt8) -> Bool) -> String {
        let start = offset
        while let byte = peek, fits(byte) { step() }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// How many of these bytes stand here in a row, counted to six.
    func run(of byte: UInt8) -> Int {
        bytes[offset...].prefix(6).prefix { $0 == byte }.count
    }
}
