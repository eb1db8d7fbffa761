/// A word or a mark of code, and its line.
struct Token: Equatable {
    /// The word, with a leading `@` or `#` if it has one; otherwise a single mark.
    let text: String
    /// From 1.
    let line: Int
    /// The mark just before, without a space between: distinguishes `.init` from `init`.
    let follows: UInt8

    /// True for a member such as `.class` and for an escaped name, which are never keywords.
    var isMember: Bool { follows == UInt8(ascii: ".") || follows == UInt8(ascii: "`") }

    /// Splits blanked code; spaces and line breaks are left out.
    static func tokens(of code: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var index = 0
        while index < code.count {
            let start = index
            index += 1
            if code[start] == UInt8(ascii: "\n") { line += 1 }
            if isSpace(code[start]) { continue }
            if startsWord(code[start]) {
                while index < code.count, isWord(code[index]) { index += 1 }
            }
            tokens.append(
                Token(
                    text: String(decoding: code[start..<index], as: UTF8.self), line: line,
                    follows: start > 0 ? code[start - 1] : 0))
        }
        return tokens
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 32 }

    private static func startsWord(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 95, 97...122, 128...255: true
        default: false
        }
    }
}
