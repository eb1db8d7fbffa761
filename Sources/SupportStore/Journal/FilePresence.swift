import SupportSystem
import Synchronization

/// Sees that what a running desk writes to is still found under its name: a file that was removed
/// goes on taking records, and nobody finds them again.
final class FilePresence: Sendable {
    /// A segment that took new lines when it was looked at, and which file it was.
    private struct Seen: Sendable {
        let first: Int
        let identity: FileIdentity
    }

    private static let doing = "find the files of the desk"
    private let storage: any Storage
    private let index: SegmentIndex
    private let seen = Mutex<Seen?>(nil)

    init(storage: any Storage, index: SegmentIndex) {
        self.storage = storage
        self.index = index
    }

    /// Looks for the marker and for the segment that takes new lines, which must be the same file as
    /// when it was seen first.
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
