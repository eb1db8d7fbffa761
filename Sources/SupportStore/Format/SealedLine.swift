import SupportJSON
import SupportSystem

/// A line that was read from the journal and whose checksum matches.
///
/// A line is a record's text whose closing brace is replaced by
/// `,"synced":<n>,"chain":"<32 digits>","crc":"<8 digits>"}`, and a newline:
/// - `synced` is the last sequence that was known to be durable when the line was written;
/// - `chain` is the digest of the preceding line (see `ChainDigest`);
/// - `crc` is the CRC32C of everything before `,"crc"`.
struct SealedLine: Sendable {
    /// The record's sequence, 1 or more.
    let sequence: UInt64
    /// The last sequence that was durable before this line was written, 0 for none.
    let synced: UInt64
    /// The digest of the line before.
    let chain: ChainDigest
    /// The record's text without its closing brace.
    private let body: ArraySlice<UInt8>

    static let sequenceOpening = Array(#"{"seq":"#.utf8)
    static let syncedOpening = Array(#","synced":"#.utf8)
    static let chainOpening = Array(#","chain":""#.utf8)
    private static let chainBytes = chainOpening.count + 33

    /// Nil when the bytes (without newline) are not a whole sealed line.
    init?(_ line: ArraySlice<UInt8>) {
        guard let content = CheckedLine.content(of: line),
            content.count > Self.chainBytes, content.last == UInt8(ascii: "\"")
        else { return nil }
        let chainPart = content.suffix(Self.chainBytes)
        guard chainPart.starts(with: Self.chainOpening),
            let chain = ChainDigest(
                hexadecimal: chainPart.dropFirst(Self.chainOpening.count).dropLast())
        else { return nil }
        self.chain = chain
        let rest = content.dropLast(Self.chainBytes)
        let digits = rest.suffix(from: Self.digitsStart(rest))
        let body = rest.dropLast(digits.count + Self.syncedOpening.count)
        guard let synced = DecimalText.number(digits),
            rest[body.endIndex...].starts(with: Self.syncedOpening),
            let sequence = Self.sequence(of: body)
        else { return nil }
        self.synced = synced
        self.sequence = sequence
        self.body = body
    }

    private static func digitsStart(_ bytes: ArraySlice<UInt8>) -> Int {
        var start = bytes.endIndex
        while start > bytes.startIndex, (48...57).contains(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// The sequence with which a record's text begins, nil when it does not begin with one.
    static func sequence(of text: ArraySlice<UInt8>) -> UInt64? {
        guard text.starts(with: sequenceOpening) else { return nil }
        let digits = text.dropFirst(sequenceOpening.count).prefix { (48...57).contains($0) }
        return DecimalText.number(digits).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The record's text as it was submitted.
    var text: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(body.count + 1)
        text.append(contentsOf: body)
        text.append(UInt8(ascii: "}"))
        return text
    }
}

/// The end of every line that the store writes: `,"crc":"<8 digits>"}`, the CRC32C of all before
/// it.
enum CheckedLine {
    /// The length of the end in bytes: `,"crc":"`, 8 digits and `"}`.
    static let endBytes = 18
    private static let opening = Array(#","crc":""#.utf8)
    private static let closing = Array(#""}"#.utf8)

    /// Ends the line that begins at `start` and lacks its last brace; no newline is added.
    static func close(_ bytes: inout [UInt8], from start: Int) {
        let check = CRC32C.check(of: bytes[start...])
        bytes.append(contentsOf: opening)
        Hexadecimal.append(UInt64(check), digits: 8, to: &bytes)
        bytes.append(contentsOf: closing)
    }

    /// What precedes the end; nil when the end is missing or its checksum does not match.
    static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let content = line.dropLast(endBytes)
        let end = line.suffix(endBytes)
        guard end.starts(with: opening), end.suffix(2).elementsEqual(closing),
            let check = Hexadecimal.number(end.dropFirst(8).prefix(8)),
            check == UInt64(CRC32C.check(of: content))
        else { return nil }
        return content
    }
}
