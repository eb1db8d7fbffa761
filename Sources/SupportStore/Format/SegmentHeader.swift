/// The first line of a journal segment.
struct SegmentHeader: Hashable, Sendable {
    /// The desk whose journal it is.
    let desk: DeskIdentity
    /// The sequence of the segment's first record.
    let first: Int
    /// The `first` of the segment before, 0 for the first segment: a missing one shows.
    let previous: Int
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

    /// Reads the header from the beginning of a file, and how long its line is.
    static func read(
        _ beginning: ArraySlice<UInt8>
    ) throws(Flaw) -> (header: SegmentHeader, lineBytes: Int) {
        var scanner = try HeaderScanner(beginning, format: format)
        let header = SegmentHeader(
            desk: try scanner.desk(), first: try scanner.number("first"),
            previous: try scanner.number("previous"), segmentBytes: try scanner.number("bytes"),
            chain: try scanner.digest("chain"))
        try scanner.finish()
        return (header, scanner.lineBytes)
    }
}
