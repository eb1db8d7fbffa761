import Crypto
import FoundationEssentials
import SupportJSON
import SupportSystem

/// The first line of a journal segment.
struct SegmentHeader: Hashable, Sendable {
    /// The desk that the journal belongs to.
    let desk: DeskIdentity
    /// The sequence of the segment's first record.
    let first: UInt64
    /// The `first` of the segment before, 0 for the first segment: a missing one shows.
    let previous: UInt64
    /// The size of the whole file: one that was cut shows.
    let segmentBytes: Int
    /// The digest of the last line before this segment.
    let chain: ChainDigest

    private static let format = "supportd journal"

    /// The line with its newline.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("desk", desk.text)
        writer.add("first", first)
        writer.add("previous", previous)
        writer.add("bytes", segmentBytes)
        writer.add("chain", chain)
        return writer.line()
    }

    /// Reads the header at the beginning of a file; returns it with the length of its line.
    static func read(
        _ beginning: ArraySlice<UInt8>
    ) throws(Flaw) -> (header: SegmentHeader, lineBytes: Int) {
        var scanner = try HeaderScanner(beginning, format: format)
        let header = SegmentHeader(
            desk: try scanner.desk(), first: try scanner.number("first"),
            previous: try scanner.number("previous"), segmentBytes: try scanner.count("bytes"),
            chain: try scanner.digest("chain"))
        try scanner.finish()
        return (header, scanner.lineBytes)
    }
}

/// The first line of a snapshot, with what verifies the content after it.
struct SnapshotHeader: Hashable, Sendable {
    /// The desk that the state belongs to.
    let desk: DeskIdentity
    /// The last record that the state contains.
    let sequence: UInt64
    /// The digest of that record's line.
    let chain: ChainDigest
    /// The length of the content after the header, in bytes.
    let contentBytes: Int
    /// SHA-256 of the content, 64 lower-case digits.
    let sha256: String

    private static let format = "supportd snapshot"

    init(desk: DeskIdentity, sequence: UInt64, chain: ChainDigest, content: ArraySlice<UInt8>) {
        (self.desk, self.sequence, self.chain) = (desk, sequence, chain)
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

    /// Reads a whole snapshot file: its header, and the content once it is verified.
    static func read(
        _ file: [UInt8]
    ) throws(Flaw) -> (header: SnapshotHeader, content: ArraySlice<UInt8>) {
        var scanner = try HeaderScanner(file[...], format: format)
        let desk = try scanner.desk()
        let sequence = try scanner.number("seq")
        let chain = try scanner.digest("chain")
        let contentBytes = try scanner.count("bytes")
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
        Hexadecimal.text(SHA256.hash(data: content))
    }
}
