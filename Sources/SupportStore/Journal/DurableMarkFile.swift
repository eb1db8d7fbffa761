import SupportSystem
import Synchronization

/// The file of one desk's durable mark.
struct DurableMarkFile: Sendable {
    let storage: any Storage
    let desk: DeskIdentity

    private static let name = StoreFileName.durable

    /// Reads and verifies the file, which must exist. It may be written at the same time, so a file
    /// that seems damaged is read again.
    func read() throws(StoreFault) -> DurableMark {
        for _ in 1..<Self.readsMax {
            if let mark = try? readOnce() { return mark }
        }
        return try readOnce()
    }

    private static let readsMax = 3

    private func readOnce() throws(StoreFault) -> DurableMark {
        let doing = "read the mark of what is durable"
        let content = try StoreFault.naming(Self.name, doing) { () throws(SystemFault) in
            try storage.open(Self.name, writing: false)
                .read(at: 0, count: StoreLimits.headerBytesMax)
        }
        do {
            return try DurableMark(reading: content[...], of: desk)
        } catch {
            throw error.fault(doing: doing, file: Self.name, offset: 0)
        }
    }

    /// Opens it to be written in place; makes it first, naming a durable record, where it is not there.
    func open(orMark sequence: UInt64, _ chain: ChainDigest) throws(StoreFault) -> any StorageFile {
        let open = { () throws(StoreFault) in
            try StoreFault.naming(Self.name, Self.doing) { () throws(SystemFault) in
                try storage.open(Self.name, writing: true)
            }
        }
        do {
            return try open()
        } catch {
            guard error.isOfMissingFile else { throw error }
            try write(sequence, chain)
            return try open()
        }
    }

    /// Writes the mark in place without a sync; a line is never shorter than that of an earlier
    /// record.
    func write(
        _ sequence: UInt64, _ chain: ChainDigest, into file: any StorageFile
    ) throws(StoreFault) {
        let mark = DurableMark(desk: desk, sequence: sequence, chain: chain)
        try StoreFault.naming(Self.name, Self.doing) { () throws(SystemFault) in
            try file.write(mark.line()[...], at: 0)
        }
    }

    private static let doing = "mark what is durable"

    /// Replaces it; the record is durable.
    func write(_ sequence: UInt64, _ chain: ChainDigest) throws(StoreFault) {
        let mark = DurableMark(desk: desk, sequence: sequence, chain: chain)
        try StoreFault.naming(Self.name, Self.doing) { () throws(SystemFault) in
            try writeFileDurably(Self.name, [mark.line()[...]], in: storage)
        }
    }
}

/// Checks that the files of a running desk still have their names: a removed file continues to take
/// records that no start would find.
final class FilePresence: Sendable {
    /// The segment that took new lines at the last check, and the identity of its file.
    private struct Seen: Sendable {
        let first: UInt64
        let identity: FileIdentity
    }

    private static let doing = "find the files of the desk"
    private let storage: any Storage
    private let index: SegmentIndex
    private let seen = Mutex<Seen?>(nil)

    init(storage: any Storage, index: SegmentIndex) {
        (self.storage, self.index) = (storage, index)
    }

    /// Checks the marker and the segment that takes new lines, which must be the same file as at
    /// the first check.
    func check() throws(StoreFault) {
        _ = try identity(of: StoreFileName.initialised)
        guard let first = index.firsts.last else { return }
        let name = StoreFileName.segment(first)
        let found = try identity(of: name)
        let isOurs = seen.withLock { seen in
            if let known = seen, known.first == first { return known.identity == found }
            seen = Seen(first: first, identity: found)
            return true
        }
        guard isOurs else {
            throw StoreFault(
                doing: Self.doing, file: name, cause: .missing("another file has its name"))
        }
    }

    private func identity(of name: String) throws(StoreFault) -> FileIdentity {
        do throws(StoreFault) {
            return try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
                try storage.identity(of: name)
            }
        } catch {
            throw error.isOfMissingFile ? error.ofLostFile : error
        }
    }
}
