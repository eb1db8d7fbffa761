import Crypto
import FoundationEssentials
import SupportJSON
import SupportSystem

/// Turns records into lines of the journal, each with the digest of the preceding one.
struct RecordSealer: Sendable {
    /// The sequence of the record to come.
    private(set) var nextSequence: UInt64
    /// The digest of the line before it.
    private(set) var chain: ChainDigest
    private let recordBytesMax: Int

    init(nextSequence: UInt64, chain: ChainDigest, recordBytesMax: Int) {
        (self.nextSequence, self.chain, self.recordBytesMax) = (nextSequence, chain, recordBytesMax)
    }

    /// Appends the record's line with its newline.
    ///
    /// - Parameters:
    ///   - record: the text of one JSON object that begins `{"seq":<next sequence>`.
    ///   - synced: the last sequence that is known to be durable.
    mutating func seal(
        _ record: ArraySlice<UInt8>, synced: UInt64, into bytes: inout [UInt8]
    ) throws(Flaw) {
        if let flaw = flaw(of: record) { throw flaw }
        let start = bytes.count
        bytes.append(contentsOf: record.dropLast())
        bytes.append(contentsOf: SealedLine.syncedOpening)
        DecimalText.append(synced, to: &bytes)
        bytes.append(contentsOf: SealedLine.chainOpening)
        chain.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        CheckedLine.close(&bytes, from: start)
        chain = ChainDigest(ofLine: bytes[start...])
        nextSequence += 1
        bytes.append(UInt8(ascii: "\n"))
    }

    /// What is wrong with a record that could not be read back.
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

/// The running digest of the journal: the first 16 bytes of a SHA-256.
///
/// The digest of a line covers the whole sealed line without its newline. As every line contains
/// the digest of the preceding line, a digest covers all lines up to its own. By hand:
/// `sed -n 5p journal-… | tr -d '\n' | sha256sum | cut -c-32`.
package struct ChainDigest: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The digest of a sealed line, its newline not included.
    init(ofLine line: ArraySlice<UInt8>) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in SHA256.hash(data: line).enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
            if index == 15 { break }
        }
        self.high = high
        self.low = low
    }

    /// The digest that the first record of a desk contains: that of the desk's identity.
    init(beginningOf desk: DeskIdentity) {
        self.init(ofLine: Array(desk.text.utf8)[...])
    }

    /// Reads 32 lower-case digits.
    init?(hexadecimal digits: ArraySlice<UInt8>) {
        guard digits.count == 32,
            let high = Hexadecimal.number(digits.prefix(16)),
            let low = Hexadecimal.number(digits.suffix(16))
        else { return nil }
        self.high = high
        self.low = low
    }

    /// Appends 32 lower-case digits.
    func append(to bytes: inout [UInt8]) {
        Hexadecimal.append(high, digits: 16, to: &bytes)
        Hexadecimal.append(low, digits: 16, to: &bytes)
    }
}
