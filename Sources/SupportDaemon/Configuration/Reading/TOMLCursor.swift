/// A place in a TOML text: steps over blanks, comments, strings and plain values, counting lines.
///
/// Never steps past the end, and always says the truth about the line it is on.
struct TOMLCursor {
    /// 1 for the first.
    private(set) var line = 1
    /// The lines on which a string holds an escaped zero character.
    private(set) var zeroEscapes: [Int] = []

    private let bytes: [UInt8]
    /// How many bytes were stepped over.
    private var position = 0

    private static let newline = UInt8(ascii: "\n")
    private static let longZero = Array("\\U00000000".utf8)
    private static let shortZero = Array("\\u0000".utf8)

    init(_ text: String) {
        bytes = Array(text.utf8)
        // Editors of some systems begin a text with this mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The byte at this place; nil at the end.
    var peek: UInt8? { isAtEnd ? nil : bytes[position] }

    /// What is wrong here.
    func fault(_ problem: String) -> TOMLFault {
        TOMLFault(line: line, problem: problem)
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

    /// Steps over the spaces and the comment before the end of a line, which must follow.
    mutating func endLine() throws(TOMLFault) {
        skipSpaces()
        if peek == UInt8(ascii: "#") { skip { $0 != Self.newline } }
        _ = take("\r")
        guard isAtEnd || take("\n") else { throw fault("expected the end of the line") }
    }

    mutating func skipSpaces() {
        while peek == UInt8(ascii: " ") || peek == UInt8(ascii: "\t") { step() }
    }

    /// Steps over spaces, ends of lines and comments.
    mutating func skipBlanks() {
        while let byte = peek {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), Self.newline: step()
            case UInt8(ascii: "#"): skip { $0 != Self.newline }
            default: return
            }
        }
    }

    /// Steps over a number or a boolean.
    mutating func skipPlainValue() throws(TOMLFault) {
        let start = position
        skip { Self.isBare($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") }
        guard position - start <= ConfigurationLimits.plainValueBytesMax else {
            throw fault("a number has too many digits")
        }
        guard PlainValue.isKnown(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw fault("expected a value; a text stands in quotes")
        }
    }

    /// A key, bare or quoted. Escapes in a quoted one stay as they are written.
    mutating func key() throws(TOMLFault) -> String {
        let start = position
        guard peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") else {
            skip { Self.isBare($0) }
            guard position > start else { throw fault("expected a key") }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        guard run(of: bytes[start]) != 3 else { throw fault("expected a key on one line") }
        try skipString()
        return String(decoding: bytes[start..<position].dropFirst().dropLast(), as: UTF8.self)
    }

    /// Steps over any of the four kinds of string.
    mutating func skipString() throws(TOMLFault) {
        guard let quote = peek else { return }
        let first = line
        let isEnded = run(of: quote) >= 3 ? skipLongString(quote) : skipShortString(quote)
        guard isEnded else { throw TOMLFault(line: first, problem: "a text has no end") }
    }

    /// False when the text or the line ends first.
    private mutating func skipShortString(_ quote: UInt8) -> Bool {
        step()
        while let byte = peek, byte != quote, byte != Self.newline { stepInside(quote) }
        guard peek == quote else { return false }
        step()
        return true
    }

    /// False when the text ends first.
    private mutating func skipLongString(_ quote: UInt8) -> Bool {
        for _ in 0..<3 { step() }
        while !isAtEnd {
            let marks = run(of: quote)
            if marks >= 3 {
                // Up to two of the marks are the string's own, the last three end it.
                for _ in 0..<min(marks, 5) { step() }
                return true
            }
            stepInside(quote)
        }
        return false
    }

    private mutating func step() {
        guard let byte = peek else { return }
        if byte == Self.newline { line += 1 }
        position += 1
    }

    /// One byte of a string, or an escape of two.
    private mutating func stepInside(_ quote: UInt8) {
        if quote == UInt8(ascii: "\""), peek == UInt8(ascii: "\\") {
            let rest = bytes[position...]
            if rest.starts(with: Self.shortZero) || rest.starts(with: Self.longZero) {
                zeroEscapes.append(line)
            }
            step()
        }
        step()
    }

    /// How many of these bytes stand here in a row, counted to six.
    private func run(of byte: UInt8) -> Int {
        bytes[position...].prefix(6).prefix { $0 == byte }.count
    }

    private mutating func skip(while fits: (UInt8) -> Bool) {
        while let byte = peek, fits(byte) { step() }
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || byte == 45 || byte == 95
    }
}
