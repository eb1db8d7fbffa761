import SupportSystem

/// Reads what a `HeaderWriter` wrote, member by member in the same order, and nothing else.
struct HeaderScanner {
    /// The bytes of the line, its newline counted.
    let lineBytes: Int
    private var rest: ArraySlice<UInt8>

    /// Takes the first line of a file's beginning, checks it, and reads its format and version.
    init(_ beginning: ArraySlice<UInt8>, format: String) throws(Flaw) {
        let window = beginning.prefix(StoreLimits.headerBytesMax)
        guard let end = window.firstPosition(of: UInt8(ascii: "\n")) else {
            throw .damaged("the header line is missing")
        }
        lineBytes = end + 1 - beginning.startIndex
        guard let content = CheckedLine.content(of: window[..<end]) else {
            throw .damaged("the header line does not match its check")
        }
        rest = content
        try expect(#"{"format":"\#(format)""#)
        let version = try number("version")
        guard version == HeaderWriter.version else { throw .laterFormat(version: version) }
    }

    /// Reads a whole number of 0 or more.
    mutating func number(_ name: String) throws(Flaw) -> Int {
        try expect(#","\#(name)":"#)
        let digits = rest.prefix { (48...57).contains($0) }
        guard let number = Decimal.number(digits) else { throw Self.unreadable(name) }
        rest = rest.dropFirst(digits.count)
        return number
    }

    /// Reads text without escapes.
    mutating func text(_ name: String) throws(Flaw) -> String {
        try expect(#","\#(name)":""#)
        guard let end = rest.firstPosition(of: UInt8(ascii: "\"")) else {
            throw Self.unreadable(name)
        }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// Reads a digest.
    mutating func digest(_ name: String) throws(Flaw) -> ChainDigest {
        guard let digest = ChainDigest(hexadecimal: Array(try text(name).utf8)[...]) else {
            throw Self.unreadable(name)
        }
        return digest
    }

    /// Reads a desk's identity.
    mutating func desk() throws(Flaw) -> DeskIdentity {
        guard let desk = DeskIdentity(try text("desk")) else { throw Self.unreadable("desk") }
        return desk
    }

    /// Checks that every member was read.
    func finish() throws(Flaw) {
        guard rest.isEmpty else { throw .damaged("the header line has members too many") }
    }

    private mutating func expect(_ text: String) throws(Flaw) {
        let bytes = Array(text.utf8)
        guard rest.starts(with: bytes) else { throw .damaged("the header line lacks \(text)") }
        rest = rest.dropFirst(bytes.count)
    }

    private static func unreadable(_ name: String) -> Flaw {
        .damaged("the header's member \(name) cannot be read")
    }
}
