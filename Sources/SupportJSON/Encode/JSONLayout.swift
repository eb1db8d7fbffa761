/// Lays JSON out for people to read.
package enum JSONLayout {
    /// The same JSON with a line for each member and element, indented by two spaces a level; empty
    /// objects and arrays stay on one line.
    ///
    /// Expects valid JSON, compact or not. Indentation stops growing at `JSONLimits.depthMax`
    /// levels, so that the result is bounded whatever it is given.
    package static func indented(_ json: [UInt8]) -> [UInt8] {
        var output = IndentedText()
        for byte in json { output.take(byte) }
        return output.bytes
    }
}

/// Indented JSON as far as it is written.
private struct IndentedText {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isAfterBackslash = false
    /// True between an opening bracket and what follows it.
    private var hasJustOpened = false

    mutating func take(_ byte: UInt8) {
        if isInString {
            bytes.append(byte)
            isInString = isAfterBackslash || byte != Ascii.quote
            isAfterBackslash = !isAfterBackslash && byte == Ascii.backslash
        } else {
            takeOutside(byte)
        }
    }

    private mutating func takeOutside(_ byte: UInt8) {
        switch byte {
        case Ascii.space, Ascii.tab, Ascii.lineFeed, Ascii.carriageReturn:
            return
        case Ascii.closeBrace, Ascii.closeBracket:
            depth = max(0, depth &- 1)
            if hasJustOpened { hasJustOpened = false } else { breakLine() }
            bytes.append(byte)
        case Ascii.openBrace, Ascii.openBracket:
            breakLineIfFirst()
            bytes.append(byte)
            depth &+= 1
            hasJustOpened = true
        case Ascii.comma:
            bytes.append(byte)
            breakLine()
        case Ascii.colon:
            bytes.append(byte)
            bytes.append(Ascii.space)
        default:
            breakLineIfFirst()
            bytes.append(byte)
            isInString = byte == Ascii.quote
        }
    }

    private mutating func breakLineIfFirst() {
        if hasJustOpened { breakLine() }
        hasJustOpened = false
    }

    private mutating func breakLine() {
        bytes.append(Ascii.lineFeed)
        let width = 2 * min(depth, JSONLimits.depthMax)
        bytes.append(contentsOf: repeatElement(Ascii.space, count: width))
    }
}
