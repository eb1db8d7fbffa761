import Glibc

/// A file whose being there is an order: it is removed, durably, once the order was carried out.
package struct OrderFile: Sendable {
    /// Where it lies.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Whether there is one.
    package var isThere: Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether this process may remove it: an order that stays would be obeyed again.
    package var canBeRemoved: Bool {
        access(directory, W_OK | X_OK) == 0
    }

    /// Removes it, so that no power cut brings it back.
    package func remove() throws(SystemFault) {
        _ = try systemCall("remove", path) { unlink(path) }
        let parent = OwnedDescriptor(
            try systemCall("open directory", directory) {
                open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        _ = try systemCall("sync directory", directory) { fsync(parent.number) }
    }

    private var directory: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
