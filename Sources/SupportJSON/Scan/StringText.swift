/// Converts the bytes between the quotes of a scanned string to its text.
enum StringText {
    /// The text of a string without escapes, whose UTF-8 the scanner has validated.
    @inline(__always)
    static func plain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The UTF-8 of a string with its escapes resolved.
    static func unescaped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] == Ascii.backslash {
                at &+= escape(bytes, at, into: &result)
            } else {
                result.append(bytes[at])
                at &+= 1
            }
        }
        return result
    }

    /// Appends the character of the escape at `start`; returns the length of the escape in the
    /// source.
    private static func escape(
        _ bytes: Span<UInt8>, _ start: Int, into result: inout [UInt8]
    ) -> Int {
        switch bytes[start &+ 1] {
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(Ascii.lineFeed)
        case UInt8(ascii: "r"): result.append(Ascii.carriageReturn)
        case UInt8(ascii: "t"): result.append(Ascii.tab)
        case UInt8(ascii: "u"):
            let first = codeUnit(bytes, start)
            guard 0xD800...0xDBFF ~= first else {
                append(first, to: &result)
                return 6
            }
            let second = codeUnit(bytes, start &+ 6)
            append(0x10000 &+ (first &- 0xD800) << 10 &+ (second &- 0xDC00), to: &result)
            return 12
        case let byte: result.append(byte)
        }
        return 2
    }

    private static func codeUnit(_ bytes: Span<UInt8>, _ start: Int) -> UInt32 {
        ((start &+ 2)..<(start &+ 6)).reduce(0) {
            $0 << 4 | (Hexadecimal.value(of: bytes[$1]) ?? 0)
        }
    }

    private static func append(_ code: UInt32, to result: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(code) else { return }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}

/// Finds the end of a run of bytes that need no special treatment, eight bytes at a step.
enum PlainRun {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The index of the first byte from `start` on that needs treatment in a string: a quote, a
    /// backslash, a control character, or the beginning of a multi-byte sequence.
    @inline(__always)
    static func endForReading(_ bytes: Span<UInt8>, from start: Int) -> Int {
        end(bytes, from: start, alsoStoppingAt: highs)
    }

    /// The index of the first byte from `start` on that must be written as an escape.
    @inline(__always)
    static func endForWriting(_ bytes: Span<UInt8>, from start: Int) -> Int {
        end(bytes, from: start, alsoStoppingAt: 0)
    }

    @inline(__always)
    private static func end(
        _ bytes: Span<UInt8>, from start: Int, alsoStoppingAt high: UInt64
    ) -> Int {
        var at = start
        let raw = bytes.bytes
        while at &+ 8 <= bytes.count {
            let word = UInt64(
                littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let stops = specials(word) | (word & high)
            if stops != 0 { return at &+ stops.trailingZeroBitCount / 8 }
            at &+= 8
        }
        while at < bytes.count, !isSpecial(bytes[at], high: high) { at &+= 1 }
        return at
    }

    /// The high bit set in the lowest byte that is a quote, a backslash or a control character; the
    /// bits of the bytes above it may be wrong.
    @inline(__always)
    private static func specials(_ word: UInt64) -> UInt64 {
        let controls = (word &- ones &* 0x20) & ~word
        let quotes = word ^ (ones &* UInt64(Ascii.quote))
        let slashes = word ^ (ones &* UInt64(Ascii.backslash))
        let isQuote = (quotes &- ones) & ~quotes
        let isSlash = (slashes &- ones) & ~slashes
        return (controls | isQuote | isSlash) & highs
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8, high: UInt64) -> Bool {
        byte < 0x20 || byte == Ascii.quote || byte == Ascii.backslash
            || (byte >= 0x80 && high != 0)
    }
}

/// The bytes with a meaning in JSON.
enum Ascii {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    static let colon: UInt8 = 0x3A
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D
}
