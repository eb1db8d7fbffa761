/// A place in a TOML text: steps over blanks, comments, strings and plain values, counting lines.
///
/// Never steps past the end, and always says the truth about the line it is on.
struct TOMLCursor {
    /// How many bytes were stepped over.
    private(set) var position = 0
    /// 1 for the first.
    private(set) var line = 1
    /// The lines on which a string holds an escaped zero character.
    private(set) var zeroEscapes: [Int] = []

    private let bytes: [UInt8]

    private static let newline = UInt8(ascii: "\n")

    init(_ text: String) {
        bytes = Array(text.utf8)
        // Editors of some systems begin a text with this mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The byte at this place; nil at the end.
    var peek: UInt8? { isAtEnd ? nil : bytes[position] }

    mutating func step() {
        guard let byte = peek else { return }
        if byte == Self.newline { line += 1 }
        position += 1
    }

    /// Steps over a byte if it is this one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        step()
        return true
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

    /// Steps over a number, a boolean or a date: all up to what can follow one.
    mutating func skipPlainValue() {
        skip { ![UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 35, 10].contains($0) }
    }

    /// A key, bare or quoted. Escapes in a quoted one stay as they are written.
    mutating func key() -> String {
        let start = position
        if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
            skipString()
            return String(decoding: bytes[start..<position].dropFirst().dropLast(), as: UTF8.self)
        }
        skip {
            (65...90).contains($0 & 0xDF) || (48...57).contains($0) || $0 == 45 || $0 == 95
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Steps over any of the four kinds of string.
    mutating func skipString() {
        guard let quote = peek else { return }
        let isEscaped = quote == UInt8(ascii: "\"")
        let marks = run(of: quote)
        if marks >= 3 {
            for _ in 0..<3 { step() }
            skipMultiline(quote, isEscaped)
        } else {
            step()
            while let byte = peek, byte != quote, byte != Self.newline { stepInside(isEscaped) }
            _ = take(quote)
        }
    }

    private mutating func skipMultiline(_ quote: UInt8, _ isEscaped: Bool) {
        while !isAtEnd {
            let marks = run(of: quote)
            if marks >= 3 {
                // Up to two of the marks are the string's own, the last three end it.
                for _ in 0..<min(marks, 5) { step() }
                return
            }
            stepInside(isEscaped)
        }
    }

    /// One byte of a string, or an escape of two.
    private mutating func stepInside(_ isEscaped: Bool) {
        if isEscaped, peek == UInt8(ascii: "\\") {
            let rest = bytes[position...].prefix(10)
            if rest.starts(with: Array("\\u0000".utf8)) || rest.elementsEqual(Self.longZero) {
                zeroEscapes.append(line)
            }
            step()
        }
        step()
    }

    private static let longZero = Array("\\U00000000".utf8)

    /// How many of these bytes stand here in a row, counted to six.
    private func run(of byte: UInt8) -> Int {
        bytes[position...].prefix(6).prefix { $0 == byte }.count
    }

    private mutating func skip(while fits: (UInt8) -> Bool) {
        while let byte = peek, fits(byte) { step() }
    }
}
