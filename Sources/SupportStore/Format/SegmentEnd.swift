/// The line behind the last record of a segment that another segment follows.
///
/// It is written after the other segment has its name, so that the other's loss shows. It is not
/// synced: after a power cut any part of it may be zeros.
struct SegmentEnd: Hashable, Sendable {
    /// The first sequence of the segment that follows.
    let next: Int

    private static let format = "supportd journal end"

    /// The line with its newline.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("next", next)
        return writer.line()
    }

    /// Reads an end line at the beginning of what is behind the last record; nil when there is none.
    static func read(_ rest: ArraySlice<UInt8>) -> SegmentEnd? {
        guard var scanner = try? HeaderScanner(rest, format: format),
            let next = try? scanner.number("next")
        else { return nil }
        return SegmentEnd(next: next)
    }

    /// Whether what is behind the last record is this line, as far as it was written, and zeros.
    func isAll(of rest: ArraySlice<UInt8>) -> Bool {
        let line = line()
        return zip(rest, line).allSatisfy { $0 == 0 || $0 == $1 }
            && rest.dropFirst(line.count).isAllZeros
    }
}
