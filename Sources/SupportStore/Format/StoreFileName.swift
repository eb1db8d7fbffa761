import SupportModel
import SupportSystem

/// The kinds of files in the state directory, recognised by their names.
enum StoreFileName: Hashable, Sendable {
    /// A journal segment, by the first sequence that it holds.
    case segment(first: UInt64)
    /// A segment that was compressed, by the first sequence that it holds.
    case compressed(first: UInt64)
    /// A snapshot, by the last sequence that it contains.
    case snapshot(sequence: UInt64)
    /// The marker that the desk was initialised.
    case marker
    /// The mark of the last durable record.
    case durableMark
    /// A file of the store that was not finished; nothing in it was acknowledged.
    case unfinished
    /// A torn tail that was moved aside, or a file whose name begins like one of the store's but is
    /// none. It may contain records, so a new desk is never created beside it.
    case remains
    /// A file of somebody else, which is left alone.
    case foreign

    /// The name of the segment that is being prepared.
    static let spare = "journal-spare" + unfinishedFileSuffix

    private static let segmentPrefix = "journal-"
    private static let segmentSuffix = ".jsonl"
    private static let compressedSuffix = segmentSuffix + ".zst"
    private static let snapshotPrefix = "snapshot-"
    private static let tornPrefix = "torn-"
    private static let markerName = "initialised"
    private static let durableStem = "durable"
    /// The name of the durable mark.
    static let durable = durableStem + ".json"

    init(_ name: String) {
        if name == Self.markerName {
            self = .marker
        } else if name == Self.durable {
            self = .durableMark
        } else if let first = Self.number(in: name, Self.segmentPrefix, Self.segmentSuffix) {
            self = .segment(first: first)
        } else if let first = Self.number(in: name, Self.segmentPrefix, Self.compressedSuffix) {
            self = .compressed(first: first)
        } else if let sequence = Self.number(in: name, Self.snapshotPrefix, ".json") {
            self = .snapshot(sequence: sequence)
        } else if !Self.beginsAsOurs(name) {
            self = .foreign
        } else if name.hasSuffix(unfinishedFileSuffix) {
            self = .unfinished
        } else {
            self = .remains
        }
    }

    private static func beginsAsOurs(_ name: String) -> Bool {
        [segmentPrefix, snapshotPrefix, tornPrefix, markerName, durableStem].contains {
            name.hasPrefix($0)
        }
    }

    private static func number(in name: String, _ prefix: String, _ suffix: String) -> UInt64? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
        guard digits.utf8.count == 20, let number = UInt64(digits: digits) else { return nil }
        return number <= UInt64(Int64.max) ? number : nil
    }

    /// The name of a segment.
    static func segment(_ first: UInt64) -> String {
        segmentPrefix + first.padded(to: 20) + segmentSuffix
    }

    /// The name of a compressed segment.
    static func compressed(_ first: UInt64) -> String {
        segmentPrefix + first.padded(to: 20) + compressedSuffix
    }

    /// The name of a snapshot.
    static func snapshot(_ sequence: UInt64) -> String {
        snapshotPrefix + sequence.padded(to: 20) + ".json"
    }

    /// The name of the marker.
    static var initialised: String { markerName }

    /// The name of a torn tail; `attempt` distinguishes those that were cut at the same place.
    static func torn(_ sequence: UInt64, _ offset: Int, attempt: Int) -> String {
        "\(tornPrefix)\(sequence)-\(offset)" + (attempt > 1 ? "-\(attempt)" : "")
    }
}

/// The line after the last record of a segment that another segment follows.
///
/// It is written after the other segment has its name, so that the loss of the other is noticed. It
/// is not synced: after a power cut any part of it may be zeros.
struct SegmentEnd: Hashable, Sendable {
    /// The first sequence of the segment that follows.
    let next: UInt64

    private static let format = "supportd journal end"

    /// The line with its newline.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("next", next)
        return writer.line()
    }

    /// Reads an end line at the beginning of the bytes after the last record; nil when there is
    /// none.
    static func read(_ rest: ArraySlice<UInt8>) -> SegmentEnd? {
        guard var scanner = try? HeaderScanner(rest, format: format),
            let next = try? scanner.number("next")
        else { return nil }
        return SegmentEnd(next: next)
    }

    /// Whether the bytes after the last record are this line, as far as it was written, and zeros.
    func isAll(of rest: ArraySlice<UInt8>) -> Bool {
        let line = line()
        return zip(rest, line).allSatisfy { $0 == 0 || $0 == $1 }
            && rest.dropFirst(line.count).isAllZeros
    }
}

/// What is wrong with part of a file whose name and offset are not known yet.
enum Flaw: Error, Hashable, Sendable {
    /// The bytes are not what was written; the text completes "…: ".
    case damaged(String)
    /// The bytes were written by a later release.
    case laterFormat(version: Int)

    /// The flaw as a fault of a file.
    func fault(doing: String, file: String, offset: Int) -> StoreFault {
        switch self {
        case .damaged(let text):
            StoreFault(doing: doing, file: file, offset: offset, cause: .damaged(text))
        case .laterFormat(let version):
            StoreFault(
                doing: doing, file: file, offset: offset, cause: .laterFormat(version: version))
        }
    }
}
