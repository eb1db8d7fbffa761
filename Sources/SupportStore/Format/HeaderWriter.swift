/// Writes the first line of a file of the store: a JSON object of known members in fixed order.
struct HeaderWriter {
    /// The format version that this release writes, and the only one so far.
    static let version = 1

    private var bytes: [UInt8] = []

    /// Begins with the format's name and version.
    init(format: String) {
        bytes.append(contentsOf: #"{"format":"\#(format)","version":\#(Self.version)"#.utf8)
    }

    /// Adds a whole number.
    mutating func add(_ name: String, _ number: Int) {
        bytes.append(contentsOf: #","\#(name)":\#(number)"#.utf8)
    }

    /// Adds text that needs no escaping in JSON: the caller's promise.
    mutating func add(_ name: String, _ text: String) {
        bytes.append(contentsOf: #","\#(name)":"\#(text)""#.utf8)
    }

    /// Adds a digest as text.
    mutating func add(_ name: String, _ digest: ChainDigest) {
        bytes.append(contentsOf: #","\#(name)":""#.utf8)
        digest.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The whole line with its check and its newline.
    func line() -> [UInt8] {
        var line = bytes
        CheckedLine.close(&line, from: 0)
        line.append(UInt8(ascii: "\n"))
        return line
    }
}
