/// Finds where a run of bytes without special meaning ends, eight bytes at a step.
enum PlainRun {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The index of the first byte from `start` on that a string cannot simply contain: a quote, a
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
    /// bytes above that one may be marked wrongly.
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
