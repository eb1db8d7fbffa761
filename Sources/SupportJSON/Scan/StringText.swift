/// Turns the bytes between the quotes of a scanned string into what they mean.
enum StringText {
    /// The text of a string without escapes, which the scanner has found to be valid UTF-8.
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

    /// Appends what the escape at `start` stands for; the answer is its length in the source.
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
        ((start &+ 2)..<(start &+ 6)).reduce(0) { $0 << 4 | (Ascii.hexValue(bytes[$1]) ?? 0) }
    }

    private static func append(_ code: UInt32, to result: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(code) else { return }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
