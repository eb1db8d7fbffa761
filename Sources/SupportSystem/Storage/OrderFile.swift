import Glibc

/// A file whose being there is an order that is obeyed once.
///
/// It is used up before it is carried out: renamed, so that it is certain that it can be taken
/// away, and removed afterwards. What was cut short in between is found under the other name.
package struct OrderFile: Sendable {
    /// Where the order is given.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Where it lies from when it is taken until it was carried out.
    package var takenPath: String { path + ".taken" }

    /// Takes the order, durably; false when there is none. One that was taken before and not
    /// carried out is still there. Anything but a regular file is refused, as it might not be
    /// removable.
    package func take() throws(SystemFault) -> Bool {
        if try isThere(path) {
            _ = try systemCall("rename to \(takenPath)", path) { rename(path, takenPath) }
        } else if try !isThere(takenPath) {
            return false
        }
        try syncDirectory()
        return true
    }

    /// Removes an order that was taken, so that no power cut brings it back.
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

/// What is added to the name of a file while it is being written.
package let unfinishedFileSuffix = ".tmp"

/// Replaces a file so that after a power cut there is the old content or the new, never a mixture.
///
/// It writes beside, syncs, renames, and syncs the directory. When it returns the new content is
/// durable; when it throws the old content may or may not have been replaced, and what was written
/// beside is removed if the disk lets it.
package func writeFileDurably(
    _ name: String, _ content: [ArraySlice<UInt8>], in storage: any Storage
) throws(SystemFault) {
    let beside = name + unfinishedFileSuffix
    do throws(SystemFault) {
        let file = try storage.create(beside)
        var offset = 0
        for part in content {
            try file.write(part, at: offset)
            offset += part.count
        }
        try file.sync()
        try storage.rename(beside, to: name)
        try storage.syncDirectory()
    } catch {
        // Best effort: the fault that is reported is the first one.
        try? storage.remove(beside)
        throw error
    }
}
