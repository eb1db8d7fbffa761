extension JSONScanner {
    /// Scans a number; the position is at its sign or first digit.
    mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) {
        let start = position
        if bytes[position] == Ascii.minus { position &+= 1 }
        let firstDigit = position
        try digits(bytes)
        if bytes[firstDigit] == Ascii.zero, position &- firstDigit > 1 {
            throw JSONFault(.badNumber, at: firstDigit)
        }
        var isInteger = true
        if position < bytes.count, bytes[position] == Ascii.dot {
            isInteger = false
            position &+= 1
            try digits(bytes)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            try exponent(bytes)
        }
        let fits = isInteger && DecimalText.fitsInt64(bytes, start..<position)
        append(fits ? .integer : .number, from: start, isEscaped: false)
    }

    private mutating func exponent(_ bytes: Span<UInt8>) throws(JSONFault) {
        position &+= 1
        if position < bytes.count, bytes[position] == Ascii.plus || bytes[position] == Ascii.minus {
            position &+= 1
        }
        try digits(bytes)
    }

    /// Scans one or more digits.
    @inline(__always)
    private mutating func digits(_ bytes: Span<UInt8>) throws(JSONFault) {
        let start = position
        while position < bytes.count, (Ascii.zero...Ascii.nine).contains(bytes[position]) {
            position &+= 1
        }
        guard position > start else {
            throw JSONFault(position < bytes.count ? .badNumber : .unfinished, at: position)
        }
    }
}

extension JSONScanner {
    /// Scans a string or a name; the position is at its opening quote.
    mutating func string(_ bytes: Span<UInt8>, as kind: JSONNode.Kind) throws(JSONFault) {
        position &+= 1
        let start = position
        var isEscaped = false
        while true {
            position = PlainRun.endForReading(bytes, from: position)
            guard position < bytes.count else { throw JSONFault(.unfinished, at: position) }
            switch bytes[position] {
            case Ascii.quote:
                append(kind, from: start, isEscaped: isEscaped)
                position &+= 1
                return
            case Ascii.backslash:
                isEscaped = true
                try escape(bytes)
            case 0..<0x20:
                throw JSONFault(.controlCharacter, at: position)
            default:
                position &+= try Self.sequenceLength(bytes, at: position)
            }
        }
    }

    /// Scans one escape; the position is at its backslash.
    private mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) {
        let start = position
        guard start &+ 1 < bytes.count else { throw JSONFault(.unfinished, at: bytes.count) }
        switch bytes[start &+ 1] {
        case Ascii.quote, Ascii.backslash, Ascii.slash, UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position = start &+ 2
        case UInt8(ascii: "u"):
            try unicodeEscape(bytes)
        default:
            throw JSONFault(.badEscape, at: start)
        }
    }

    /// Scans `\uXXXX`, and its second half where it is the first of a surrogate pair.
    private mutating func unicodeEscape(_ bytes: Span<UInt8>) throws(JSONFault) {
        let start = position
        switch try codeUnit(bytes, from: start) {
        case 0xDC00...0xDFFF:
            throw JSONFault(.loneSurrogate, at: start)
        case 0xD800...0xDBFF:
            let second = start &+ 6
            guard second &+ 1 < bytes.count, bytes[second] == Ascii.backslash,
                bytes[second &+ 1] == UInt8(ascii: "u")
            else { throw JSONFault(.loneSurrogate, at: start) }
            guard case 0xDC00...0xDFFF = try codeUnit(bytes, from: second) else {
                throw JSONFault(.loneSurrogate, at: start)
            }
            position = start &+ 12
        default:
            position = start &+ 6
        }
    }

    /// The four hexadecimal digits of the escape that begins at `start`.
    private func codeUnit(_ bytes: Span<UInt8>, from start: Int) throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for at in (start &+ 2)..<(start &+ 6) {
            guard at < bytes.count else { throw JSONFault(.unfinished, at: bytes.count) }
            guard let digit = Hexadecimal.value(of: bytes[at]) else {
                throw JSONFault(.badEscape, at: start)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// The length of the multi-byte UTF-8 sequence at `start`: 2, 3 or 4 bytes.
    ///
    /// The second byte decides what the first alone cannot: overlong forms, surrogates and code
    /// points above U+10FFFF (The Unicode Standard, table 3-7).
    private static func sequenceLength(
        _ bytes: Span<UInt8>, at start: Int
    ) throws(JSONFault) -> Int {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch bytes[start] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw JSONFault(.invalidUTF8, at: start)
        }
        guard start &+ length <= bytes.count, second.contains(bytes[start &+ 1]) else {
            throw JSONFault(.invalidUTF8, at: start)
        }
        for at in (start &+ 2)..<max(start &+ 2, start &+ length)
        where bytes[at] & 0xC0 != 0x80 {
            throw JSONFault(.invalidUTF8, at: start)
        }
        return length
    }
}
