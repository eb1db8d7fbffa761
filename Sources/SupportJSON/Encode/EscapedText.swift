/// Writes what stands between the quotes of a string.
enum EscapedText {
    /// Appends UTF-8, copying runs that need no escape as a whole.
    @inline(__always)
    static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        while true {
            let end = PlainRun.endForWriting(text, from: start)
            text.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            guard end < text.count else { return }
            escape(text[end], to: &bytes)
            start = end &+ 1
        }
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(Ascii.backslash)
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case Ascii.lineFeed: bytes.append(UInt8(ascii: "n"))
        case Ascii.carriageReturn: bytes.append(UInt8(ascii: "r"))
        case Ascii.tab: bytes.append(UInt8(ascii: "t"))
        case 0..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Ascii.zero &+ byte >> 4)
            bytes.append(hexDigit(byte & 15))
        default: bytes.append(byte)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? Ascii.zero &+ value : UInt8(ascii: "a") &+ value &- 10
    }
}
