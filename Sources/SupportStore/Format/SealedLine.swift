import SupportSystem

/// A line of the journal that was read and whose check fits.
///
/// A line is a record's text whose closing brace gave way to
/// `,"synced":<n>,"chain":"<32 digits>","crc":"<8 digits>"}`, and a newline:
/// - `synced` is the last sequence that was known to be safe on the disk when the line was written;
/// - `chain` is the digest of the line before (see `ChainDigest`);
/// - `crc` is the CRC32C of everything before `,"crc"`.
struct SealedLine: Sendable {
    /// The record's sequence, 1 or more.
    let sequence: Int
    /// The last sequence that was durable before this line was written, 0 for none.
    let synced: Int
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
        guard let synced = Decimal.number(digits),
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
    static func sequence(of text: ArraySlice<UInt8>) -> Int? {
        guard text.starts(with: sequenceOpening) else { return nil }
        let digits = text.dropFirst(sequenceOpening.count).prefix { (48...57).contains($0) }
        return Decimal.number(digits).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The record's text as it was given.
    var text: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(body.count + 1)
        text.append(contentsOf: body)
        text.append(UInt8(ascii: "}"))
        return text
    }
}
