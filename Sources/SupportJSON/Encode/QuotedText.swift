/// Writes strings and names with their quotes.
enum QuotedText {
    /// Up to so many bytes a loop is faster than a call to copy them.
    private static let copiedByHandMax = 16

    /// Appends UTF-8 in quotes, and after a name the colon, in one go where nothing needs an escape.
    @inline(__always)
    static func append(_ text: Span<UInt8>, andColon: Bool, to bytes: inout [UInt8]) {
        let end = PlainRun.endForWriting(text, from: 0)
        guard end == text.count, end <= copiedByHandMax else {
            return appendInRuns(text, firstEnd: end, andColon: andColon, to: &bytes)
        }
        bytes.append(addingCapacity: end &+ 3) { output in
            output.append(Ascii.quote)
            for at in 0..<end { output.append(text[at]) }
            output.append(Ascii.quote)
            if andColon { output.append(Ascii.colon) }
        }
    }

    private static func appendInRuns(
        _ text: Span<UInt8>, firstEnd: Int, andColon: Bool, to bytes: inout [UInt8]
    ) {
        bytes.append(Ascii.quote)
        var (start, end) = (0, firstEnd)
        while true {
            text.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            guard end < text.count else { break }
            escape(text[end], to: &bytes)
            start = end &+ 1
            end = PlainRun.endForWriting(text, from: start)
        }
        bytes.append(Ascii.quote)
        if andColon { bytes.append(Ascii.colon) }
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
