import Glibc

/// Reads files that hold a secret of this process: only those that nobody else can read.
package enum PrivateFile {
    /// Why a file is not taken.
    package enum Fault: Error, Hashable, Sendable {
        /// There is none.
        case missing
        /// It is a directory, a pipe or a device.
        case notAFile
        /// Others may read or change it; its permission bits.
        case open(mode: UInt32)
        /// It is another user's, by number.
        case foreign(owner: UInt32)
        case system(SystemFault)
    }

    /// The bytes of a file, at most so many; the rest is left unread.
    ///
    /// Taken is a file of this process's user or of root with no right for others. Of root's files
    /// also those that root's own group may read: so the service manager hands out credentials,
    /// where the group's bits only show that one user more was let in.
    package static func read(_ path: String, bytesMax: Int) throws(Fault) -> [UInt8] {
        let file: OwnedDescriptor
        do {
            file = OwnedDescriptor(
                try systemCall("open", path) {
                    Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
                })
        } catch {
            throw error.isMissing || error.errno == ENOTDIR ? .missing : .system(error)
        }
        try check(file, path)
        do {
            return try DiskFile(file, path: path).read(at: 0, count: max(0, bytesMax))
        } catch {
            throw .system(error)
        }
    }

    private static func check(_ file: OwnedDescriptor, _ path: String) throws(Fault) {
        var status = stat()
        do {
            _ = try systemCall("read the rights of", path) { fstat(file.number, &status) }
        } catch {
            throw .system(error)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .foreign(owner: status.st_uid)
        }
        let isCredential = status.st_uid == 0 && status.st_gid == 0
        let closed: mode_t = isCredential ? 0o037 : 0o077
        guard status.st_mode & closed == 0 else { throw .open(mode: status.st_mode & 0o7777) }
    }
}
