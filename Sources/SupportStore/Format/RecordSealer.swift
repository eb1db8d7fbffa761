import SupportSystem

/// Turns records into lines of the journal, one after the other, carrying the chain along.
struct RecordSealer: Sendable {
    /// The sequence of the record to come.
    private(set) var nextSequence: Int
    /// The digest of the line before it.
    private(set) var chain: ChainDigest
    private let recordBytesMax: Int

    init(nextSequence: Int, chain: ChainDigest, recordBytesMax: Int) {
        self.nextSequence = nextSequence
        self.chain = chain
        self.recordBytesMax = recordBytesMax
    }

    /// Appends the record's line with its newline.
    ///
    /// - Parameters:
    ///   - record: the text of one JSON object that begins `{"seq":<next sequence>`.
    ///   - synced: the last sequence that is known to be durable.
    mutating func seal(
        _ record: ArraySlice<UInt8>, synced: Int, into bytes: inout [UInt8]
    ) throws(Flaw) {
        if let flaw = flaw(of: record) { throw flaw }
        let start = bytes.count
        bytes.append(contentsOf: record.dropLast())
        bytes.append(contentsOf: SealedLine.syncedOpening)
        Decimal.append(synced, to: &bytes)
        bytes.append(contentsOf: SealedLine.chainOpening)
        chain.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        CheckedLine.close(&bytes, from: start)
        chain = ChainDigest(ofLine: bytes[start...])
        nextSequence += 1
        bytes.append(UInt8(ascii: "\n"))
    }

    /// A record that broke these rules could not be read back.
    private func flaw(of record: ArraySlice<UInt8>) -> Flaw? {
        guard record.count <= recordBytesMax else {
            return .damaged("record \(nextSequence) is longer than \(recordBytesMax) bytes")
        }
        guard SealedLine.sequence(of: record) == nextSequence else {
            return .damaged("record \(nextSequence) does not begin with its sequence")
        }
        guard record.last == UInt8(ascii: "}"),
            record.firstPosition(of: UInt8(ascii: "\n")) == nil,
            record.firstPosition(of: 0) == nil
        else { return .damaged("record \(nextSequence) is not one JSON object on one line") }
        return nil
    }
}
