/// The file `durable.json`: the last record that is known to be on the disk.
///
/// Every other record is proven by those behind it, or by a snapshot. Without this file damage to the
/// last ones could not be told from a write that a power cut had interrupted, nor from an end that
/// was always there.
///
/// A start and a stop replace it durably. In between it is written in place after each sync of the
/// journal and not synced itself: a kill leaves it as it was written, a power cut may leave an older
/// one. It never names a record that is not durable.
struct DurableMark: Hashable, Sendable {
    /// The desk whose journal it is about.
    let desk: DeskIdentity
    /// The record, 1 or more.
    let sequence: Int
    /// The digest of the record's line.
    let chain: ChainDigest

    private static let format = "supportd durable"

    init(desk: DeskIdentity, sequence: Int, chain: ChainDigest) {
        self.desk = desk
        self.sequence = sequence
        self.chain = chain
    }

    /// The whole content of the file.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("desk", desk.text)
        writer.add("seq", sequence)
        writer.add("chain", chain)
        return writer.line()
    }

    /// Reads the file's content, which must be about this desk.
    init(reading content: ArraySlice<UInt8>, of desk: DeskIdentity) throws(Flaw) {
        var scanner = try HeaderScanner(content, format: Self.format)
        self.desk = try scanner.desk()
        sequence = try scanner.number("seq")
        chain = try scanner.digest("chain")
        try scanner.finish()
        guard scanner.lineBytes == content.count else {
            throw .damaged("there is more in it than its one line")
        }
        guard self.desk == desk else { throw .damaged("it belongs to another desk") }
    }
}
