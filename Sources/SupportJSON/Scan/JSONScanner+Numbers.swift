extension JSONScanner {
    /// A number, the position at its sign or first digit.
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

    /// One digit or more.
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
