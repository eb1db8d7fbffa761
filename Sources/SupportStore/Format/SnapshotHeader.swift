import Crypto
import FoundationEssentials

/// The first line of a snapshot: what follows it, and how to know that it is whole.
struct SnapshotHeader: Hashable, Sendable {
    /// The desk whose state it is.
    let desk: DeskIdentity
    /// The last record that the state contains.
    let sequence: Int
    /// The digest of that record's line.
    let chain: ChainDigest
    /// The bytes of content after the header.
    let contentBytes: Int
    /// SHA-256 of the content, 64 lower-case digits.
    let sha256: String

    private static let format = "supportd snapshot"

    init(desk: DeskIdentity, sequence: Int, chain: ChainDigest, content: ArraySlice<UInt8>) {
        self.desk = desk
        self.sequence = sequence
        self.chain = chain
        contentBytes = content.count
        sha256 = Self.digest(of: content)
    }

    /// The line with its newline.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("desk", desk.text)
        writer.add("seq", sequence)
        writer.add("chain", chain)
        writer.add("bytes", contentBytes)
        writer.add("sha256", sha256)
        return writer.line()
    }

    /// Reads a whole snapshot file: its header and, verified, the content after it.
    static func read(
        _ file: [UInt8]
    ) throws(Flaw) -> (header: SnapshotHeader, content: ArraySlice<UInt8>) {
        var scanner = try HeaderScanner(file[...], format: format)
        let desk = try scanner.desk()
        let sequence = try scanner.number("seq")
        let chain = try scanner.digest("chain")
        let contentBytes = try scanner.number("bytes")
        let sha256 = try scanner.text("sha256")
        try scanner.finish()
        let content = file[scanner.lineBytes...]
        guard content.count == contentBytes else {
            throw .damaged("it holds \(content.count) bytes of content, not \(contentBytes)")
        }
        let header = SnapshotHeader(
            desk: desk, sequence: sequence, chain: chain, content: content)
        guard header.sha256 == sha256 else {
            throw .damaged("its content does not match its digest")
        }
        return (header, content)
    }

    private static func digest(of content: ArraySlice<UInt8>) -> String {
        var digits: [UInt8] = []
        Hexadecimal.append(SHA256.hash(data: content), to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }
}
