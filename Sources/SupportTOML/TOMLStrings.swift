extension TOMLCursor {
    /// A string of any of the four kinds; its opening quote stands here.
    mutating func string() throws(TOMLFault) -> String {
        guard let quote = peek else { return "" }
        let start = position
        var content: [UInt8] = []
        let isEnded =
            run(of: quote) >= 3
            ? try longString(quote, &content) : try shortString(quote, &content)
        guard isEnded else { throw TOMLFault(start, "a text has no end") }
        return String(decoding: content, as: UTF8.self)
    }

    /// False when the text or the line ends first.
    private mutating func shortString(
        _ quote: UInt8, _ content: inout [UInt8]
    ) throws(TOMLFault) -> Bool {
        step()
        while let byte = peek, byte != quote, !isAtLineEnd {
            try character(quote, &content)
        }
        guard peek == quote else { return false }
        step()
        return true
    }

    /// False when the text ends first. The ends of lines stay as they are written.
    private mutating func longString(
        _ quote: UInt8, _ content: inout [UInt8]
    ) throws(TOMLFault) -> Bool {
        for _ in 0..<3 { step() }
        _ = takeLineEnd()
        while !isAtEnd {
            // Up to two of the marks are the string's own, the last three end it.
            let marks = min(run(of: quote), 5)
            if marks >= 3 {
                for _ in 0..<marks { step() }
                content += Array(repeating: quote, count: marks - 3)
                return true
            }
            if isAtLineEnd {
                if take("\r") { content.append(UInt8(ascii: "\r")) }
                content.append(UInt8(ascii: "\n"))
                step()
            } else if !(quote == UInt8(ascii: "\"") && skipFold()) {
                try character(quote, &content)
            }
        }
        return false
    }

    /// Steps over a backslash at the end of a line and all blanks that follow, if one stands here.
    private mutating func skipFold() -> Bool {
        var after = self
        guard after.take("\\") else { return false }
        after.skipSpaces()
        guard after.isAtLineEnd else { return false }
        repeat { after.skipSpaces() } while after.takeLineEnd()
        self = after
        return true
    }

    /// One byte of a string, or an escape.
    private mutating func character(
        _ quote: UInt8, _ content: inout [UInt8]
    ) throws(TOMLFault) {
        guard let byte = peek else { return }
        if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
            return try escape(&content)
        }
        guard !isAtControl else {
            let code = Self.hexadecimal(UInt32(byte), digits: 4)
            throw fault(
                "a text holds the control character U+\(code); "
                    + "expected it as \\u\(code), in a text between \"")
        }
        content.append(byte)
        step()
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "f"): 12,
        UInt8(ascii: "r"): 13, UInt8(ascii: "\""): 34, UInt8(ascii: "\\"): 92,
    ]

    /// At the end of the text or the line nothing is read: the string has no end then.
    private mutating func escape(_ content: inout [UInt8]) throws(TOMLFault) {
        let start = position
        step()
        guard let byte = peek, !isAtLineEnd else { return }
        if byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U") {
            let scalar = try scalar(from: start)
            content += Array(String(Character(scalar)).utf8)
        } else if let meant = Self.escapes[byte] {
            content.append(meant)
            step()
        } else {
            throw TOMLFault(
                start, #"expected one of b t n f r " \ uXXXX UXXXXXXXX after a \ in a text"#)
        }
    }

    /// `uXXXX` or `UXXXXXXXX`, of an escape that begins at `start`.
    private mutating func scalar(from start: TOMLPosition) throws(TOMLFault) -> Unicode.Scalar {
        let isShort = peek == UInt8(ascii: "u")
        let digits = isShort ? 4 : 8
        step()
        var value: UInt32 = 0
        for _ in 0..<digits {
            let digit = peek.flatMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard let digit else {
                throw TOMLFault(
                    start, "expected \(digits) hexadecimal digits after \\\(isShort ? "u" : "U")")
            }
            value = value << 4 | UInt32(digit)
            step()
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw TOMLFault(
                start,
                "U+\(Self.hexadecimal(value, digits: digits)) is no character; "
                    + "expected one up to U+10FFFF outside U+D800 to U+DFFF")
        }
        return scalar
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
