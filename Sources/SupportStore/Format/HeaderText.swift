import SupportJSON
import SupportSystem

/// Reads the line of a `HeaderWriter`: its members in the order of writing, and nothing else.
struct HeaderScanner {
    /// The length of the line, in bytes with its newline.
    let lineBytes: Int
    /// The version of its format.
    private(set) var version = 0
    private var rest: ArraySlice<UInt8>

    /// Takes the first line from the beginning of a file, verifies its checksum, and reads its
    /// format and version, of which this release reads those up to `newest`.
    init(
        _ beginning: ArraySlice<UInt8>, format: String, newest: Int = HeaderWriter.version
    ) throws(Flaw) {
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
        version = try count("version")
        guard (HeaderWriter.version...newest).contains(version) else {
            throw .laterFormat(version: version)
        }
    }

    /// Reads how many there are of something.
    mutating func count(_ name: String) throws(Flaw) -> Int {
        // Never more than `Int64` holds.
        Int(try number(name))
    }

    /// Reads a whole number of 0 or more.
    mutating func number(_ name: String) throws(Flaw) -> UInt64 {
        try expect(#","\#(name)":"#)
        let digits = rest.prefix { (48...57).contains($0) }
        guard let number = DecimalText.number(digits) else {
            throw Self.unreadable(name)
        }
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

    /// Reads the identity of a desk.
    mutating func desk() throws(Flaw) -> DeskIdentity {
        guard let desk = DeskIdentity(try text("desk")) else { throw Self.unreadable("desk") }
        return desk
    }

    /// Throws unless every member was read.
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

/// Writes the first line of a file of the store: a JSON object of known members in a fixed order.
struct HeaderWriter {
    /// The first version of every format, and the only one but for the marker's.
    static let version = 1

    private var bytes: [UInt8] = []

    /// Begins with the format's name and version.
    init(format: String, version: Int = Self.version) {
        bytes.append(contentsOf: #"{"format":"\#(format)","version":\#(version)"#.utf8)
    }

    /// Adds a whole number.
    mutating func add(_ name: String, _ number: some FixedWidthInteger) {
        bytes.append(contentsOf: #","\#(name)":\#(number)"#.utf8)
    }

    /// Adds text; the caller ensures that it needs no escaping in JSON.
    mutating func add(_ name: String, _ text: String) {
        bytes.append(contentsOf: #","\#(name)":"\#(text)""#.utf8)
    }

    /// Adds a digest as text.
    mutating func add(_ name: String, _ digest: ChainDigest) {
        bytes.append(contentsOf: #","\#(name)":""#.utf8)
        digest.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The whole line with its checksum and its newline.
    func line() -> [UInt8] {
        var line = bytes
        CheckedLine.close(&line, from: 0)
        line.append(UInt8(ascii: "\n"))
        return line
    }
}
