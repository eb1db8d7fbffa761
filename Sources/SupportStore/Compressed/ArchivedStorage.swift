package import SupportSystem

// The archive of a desk is a directory, usually on other storage, with its oldest segments, all of
// them compressed. A segment is there before it leaves the state directory, and they leave in their
// order: so the archive has what comes before the first segment of the state directory, and nothing
// else of it counts. A desk that was restored has all its segments in the state directory again.

extension Store {
    /// Whether the first segment of a state directory with a journal is somewhere else.
    package static func lacksBeginning(_ state: any Storage) throws(SystemFault) -> Bool {
        StateSurvey(try state.names()).segments.first.map { $0 > 1 } ?? false
    }
}

/// The locks of a state directory and of its archive.
private struct BothLocks: StorageLock {
    let own: any StorageLock
    let archive: any StorageLock

    func release() {
        archive.release()
        own.release()
    }
}

/// A state directory with the segments that are in its archive, as one directory. Only the state
/// directory is written.
package final class ArchivedStorage: Storage {
    let state: any Storage
    let archive: any Storage

    package init(_ state: any Storage, archive: any Storage) {
        (self.state, self.archive) = (state, archive)
    }

    /// The state directory.
    package var place: String { state.place }

    /// The names in the state directory, and those of the archive that come before its segments.
    package func names() throws(SystemFault) -> [String] {
        let own = try state.names()
        guard let first = StateSurvey(own).segments.first else { return own }
        return try own + archive.names().filter { Self.number(of: $0).map { $0 < first } ?? false }
    }

    /// Opens a file of the state directory, or a compressed segment of the archive to read it.
    package func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile {
        do throws(SystemFault) {
            return try state.open(name, writing: writing)
        } catch {
            guard error.isMissing, !writing, Self.number(of: name) != nil else { throw error }
            return try archive.open(name, writing: false)
        }
    }

    /// The identity of a file of the state directory.
    package func identity(of name: String) throws(SystemFault) -> FileIdentity {
        try state.identity(of: name)
    }

    /// Creates a file in the state directory.
    package func create(_ name: String) throws(SystemFault) -> any StorageFile {
        try state.create(name)
    }

    /// Renames a file of the state directory.
    package func rename(_ name: String, to newName: String) throws(SystemFault) {
        try state.rename(name, to: newName)
    }

    /// Removes a file of the state directory.
    package func remove(_ name: String) throws(SystemFault) { try state.remove(name) }

    /// Makes the names of the state directory durable.
    package func syncDirectory() throws(SystemFault) { try state.syncDirectory() }

    /// Locks the state directory and the archive: two desks that begin with one archive would write
    /// the same names.
    package func lock() throws(SystemFault) -> any StorageLock {
        let own = try state.lock()
        do throws(SystemFault) {
            return BothLocks(own: own, archive: try archive.lock())
        } catch {
            own.release()
            throw error
        }
    }

    /// The first sequence of a compressed segment; nil for every other file.
    private static func number(of name: String) -> UInt64? {
        if case .compressed(let first) = StoreFileName(name) { first } else { nil }
    }
}
