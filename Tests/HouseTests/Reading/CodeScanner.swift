/// Blanks out what is not code, so that a rule may search for a word without finding it in prose.
///
/// Comments and the contents of string literals become spaces; line breaks stay, so that every
/// line keeps its number and every column its place. Code inside an interpolation stays code.
/// Regex literals are not known: one that holds a quote or a brace must be written `Regex("...")`.
struct CodeScanner {
    private let bytes: [UInt8]
    private var output: [UInt8]
    private var position = 0

    /// The code of a Swift source, in bytes as many as the source has.
    static func code(of source: String) -> [UInt8] {
        var scanner = CodeScanner(source)
        scanner.scanCode(untilParenthesis: false)
        return scanner.output
    }

    private init(_ source: String) {
        bytes = Array(source.utf8)
        output = bytes
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        let index = position + offset
        return index < bytes.count ? bytes[index] : 0
    }

    private func sees(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        byte() == UInt8(ascii: first) && byte(1) == UInt8(ascii: second)
    }

    /// Passes over bytes; blanked ones become spaces.
    private mutating func skip(_ count: Int, blank: Bool = true) {
        let end = min(position + count, bytes.count)
        if blank {
            for index in position..<end where bytes[index] != UInt8(ascii: "\n") {
                output[index] = UInt8(ascii: " ")
            }
        }
        position = end
    }

    /// Reads code to the end, or to the parenthesis that closes an interpolation.
    private mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while position < bytes.count {
            switch byte() {
            case UInt8(ascii: "/") where sees("/", "/"): skipLineComment()
            case UInt8(ascii: "/") where sees("/", "*"): skipBlockComment()
            case UInt8(ascii: "\""): scanString(pounds: 0)
            case UInt8(ascii: "#"): scanPounds()
            case UInt8(ascii: "("):
                depth += 1
                skip(1, blank: false)
            case UInt8(ascii: ")"):
                if untilParenthesis, depth == 0 { return }
                depth -= 1
                skip(1, blank: false)
            default: skip(1, blank: false)
            }
        }
    }

    private mutating func skipLineComment() {
        while position < bytes.count, byte() != UInt8(ascii: "\n") { skip(1) }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if sees("/", "*") {
                depth += 1
                skip(2)
            } else if sees("*", "/") {
                depth -= 1
                skip(2)
            } else {
                skip(1)
            }
        } while depth > 0 && position < bytes.count
    }

    /// A raw string, or a directive such as `#if`, which is code.
    private mutating func scanPounds() {
        var pounds = 0
        while byte(pounds) == UInt8(ascii: "#") { pounds += 1 }
        if byte(pounds) == UInt8(ascii: "\"") {
            skip(pounds)
            scanString(pounds: pounds)
        } else {
            skip(pounds, blank: false)
        }
    }

    private mutating func scanString(pounds: Int) {
        let quotes = sees("\"", "\"") && byte(2) == UInt8(ascii: "\"") ? 3 : 1
        skip(quotes, blank: false)
        while position < bytes.count {
            if closes(quotes: quotes, pounds: pounds) {
                skip(quotes, blank: false)
                skip(pounds)
                return
            }
            // A plain string ends with its line, whatever the compiler will say about it.
            if quotes == 1, byte() == UInt8(ascii: "\n") { return }
            if escapes(pounds: pounds) {
                scanEscape(pounds: pounds)
            } else {
                skip(1)
            }
        }
    }

    private func closes(quotes: Int, pounds: Int) -> Bool {
        (0..<quotes).allSatisfy { byte($0) == UInt8(ascii: "\"") }
            && (0..<pounds).allSatisfy { byte(quotes + $0) == UInt8(ascii: "#") }
    }

    private func escapes(pounds: Int) -> Bool {
        byte() == UInt8(ascii: "\\")
            && (0..<pounds).allSatisfy { byte(1 + $0) == UInt8(ascii: "#") }
    }

    private mutating func scanEscape(pounds: Int) {
        skip(1 + pounds)
        guard byte() == UInt8(ascii: "(") else { return skip(1) }
        skip(1, blank: false)
        scanCode(untilParenthesis: true)
        skip(1, blank: false)
    }
}
