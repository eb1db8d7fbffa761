import Glibc

/// A file whose existence is an order that is carried out once.
///
/// It is taken before it is carried out: renamed, which proves that it can be removed, and removed
/// afterwards. An order that was interrupted in between is found under the other name.
package struct OrderFile: Sendable {
    /// The path at which the order is given.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The path of the order from when it is taken until it was carried out.
    package var takenPath: String { path + ".taken" }

    /// Takes the order, durably; false when there is none. An order that was taken before and not
    /// carried out counts. A file that is not regular is refused, as it might not be removable.
    package func take() throws(SystemFault) -> Bool {
        if try isThere(path) {
            _ = try systemCall("rename to \(takenPath)", path) { rename(path, takenPath) }
        } else if try !isThere(takenPath) {
            return false
        }
        try syncDirectory()
        return true
    }

    /// Removes an order that was taken, durably, so that it cannot return after a power cut.
    package func remove() throws(SystemFault) {
        _ = try systemCall("remove", takenPath) { unlink(takenPath) }
        try syncDirectory()
    }

    private func isThere(_ path: String) throws(SystemFault) -> Bool {
        var status = stat()
        do throws(SystemFault) {
            _ = try systemCall("look for", path) { lstat(path, &status) }
        } catch {
            if error.isMissing || error.errno == ENOTDIR { return false }
            throw error
        }
        try FileKind(status).expectRegular("take", path)
        return true
    }

    private func syncDirectory() throws(SystemFault) {
        let opened = OwnedDescriptor(
            try systemCall("open directory", directory) {
                open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        _ = try systemCall("sync directory", directory) { fsync(opened.number) }
    }

    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// The suffix of a file that is being written.
package let unfinishedFileSuffix = ".tmp"

/// Replaces a file so that after a power cut it has the old content or the new, never a mixture.
///
/// It writes another file, syncs it, renames it, and syncs the directory. When it returns the new
/// content is durable; when it throws the old content may or may not have been replaced, and the
/// other file is removed if possible.
package func writeFileDurably(
    _ name: String, _ content: [ArraySlice<UInt8>], in storage: any Storage
) throws(SystemFault) {
    _ = try writeFileDurably(name, in: storage) { file throws(SystemFault) in
        var offset = 0
        for part in content {
            try file.write(part, at: offset)
            offset += part.count
        }
        return true
    }
}

/// The same for content that is written piece by piece: the closure writes it, and returns false to
/// give up, which replaces nothing. Returns what the closure returned.
package func writeFileDurably(
    _ name: String, in storage: any Storage,
    _ write: (any StorageFile) throws(SystemFault) -> Bool
) throws(SystemFault) -> Bool {
    let beside = name + unfinishedFileSuffix
    do throws(SystemFault) {
        let new = try FileBeside(beside, in: storage)
        guard try write(new.file) else {
            try storage.remove(beside)
            return false
        }
        try new.finish(as: name)
        return true
    } catch {
        // Best effort: the fault that is reported is the first one.
        try? storage.remove(beside)
        throw error
    }
}

/// A file that is written beside the one that it becomes, over a longer time.
package struct FileBeside: Sendable {
    /// The file to write to.
    package let file: any StorageFile
    private let beside: String
    private let storage: any Storage

    /// Creates it, empty, under a name that ends in `unfinishedFileSuffix`.
    package init(_ beside: String, in storage: any Storage) throws(SystemFault) {
        (self.beside, self.storage) = (beside, storage)
        file = try storage.create(beside)
    }

    /// Makes what was written durable, and then the file of a name: syncs it, renames it, and syncs the
    /// directory. Where it throws, the file has the one name or the other.
    package func finish(as name: String) throws(SystemFault) {
        try finish(as: name) { old, new throws(SystemFault) in try storage.rename(old, to: new) }
    }

    /// The same with another way to rename, such as one that replaces nothing.
    package func finish(
        as name: String, by rename: (_ old: String, _ new: String) throws(SystemFault) -> Void
    ) throws(SystemFault) {
        try file.sync()
        try rename(beside, name)
        try storage.syncDirectory()
    }

    /// Removes it, if that is possible.
    package func abandon() { try? storage.remove(beside) }
}
