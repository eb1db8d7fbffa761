import Glibc
package import SystemPackage

/// Reads files that people write, such as a configuration. A file that is not regular is refused
/// without being opened, as a FIFO would wait for its other end and a device may act.
package enum RegularFile {
    /// The first `bytesMax` bytes of a file. Symbolic links are followed.
    package static func read(_ path: String, bytesMax: Int) throws(SystemFault) -> [UInt8] {
        try open(path).read(at: 0, count: max(0, bytesMax))
    }

    /// A file, opened to be read piece by piece. Symbolic links are followed.
    package static func open(_ path: String) throws(SystemFault) -> any StorageFile {
        var status = stat()
        _ = try systemCall("read", path) { stat(path, &status) }
        try FileKind(status).expectRegular("read", path)
        // The file may have been replaced between the check and the opening.
        let file = OwnedDescriptor(
            try systemCall("open", path) {
                Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            })
        _ = try systemCall("read", path) { fstat(file.number, &status) }
        try FileKind(status).expectRegular("read", path)
        return DiskFile(file, path: path)
    }
}

/// The kind of a file in a directory.
struct FileKind {
    private let mode: mode_t

    init(_ status: stat) {
        mode = status.st_mode & S_IFMT
    }

    /// Throws a fault with the kind, unless it is a regular file.
    func expectRegular(
        _ doing: String, _ subject: @autoclosure () -> String
    ) throws(SystemFault) {
        if mode == S_IFREG { return }
        throw SystemFault(doing: doing, subject: subject(), found: words)
    }

    private var words: String {
        switch mode {
        case S_IFDIR: "a directory"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFLNK: "a symbolic link"
        case S_IFCHR, S_IFBLK: "a device"
        default: "something else"
        }
    }
}

/// Identifies a file under whatever name: no other file has the same identity while it is open
/// anywhere.
package struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    package init(device: UInt64, number: UInt64) {
        (self.device, self.number) = (device, number)
    }
}

/// Reads small files, such as those of `/proc`.
package enum SmallFile {
    /// The first `bytesMax` bytes of a file.
    package static func read(_ path: String, bytesMax: Int) throws(Errno) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: max(0, bytesMax))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                let rest = buffer.count - filled
                return Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), rest)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Errno(rawValue: errno) }
            guard count > 0 else { break }
            filled += count
        }
        return Array(bytes.prefix(filled))
    }
}

/// Reads files with a secret of this process: only those that no other user can read.
package enum PrivateFile {
    /// Why a file is refused.
    package enum Fault: Error, Hashable, Sendable {
        /// There is no such file.
        case missing
        /// It is a directory, a pipe or a device.
        case notAFile
        /// Others may read or change it; its permission bits.
        case open(mode: UInt32)
        /// It belongs to another user, by number.
        case foreign(owner: UInt32)
        case system(SystemFault)
    }

    /// The first `bytesMax` bytes of a file.
    ///
    /// Accepted is a file of this process's user or of root without permissions for others. Of
    /// root's files, one that root's own group may read is accepted too: the service manager
    /// provides credentials in this way, where the group's bits only show that one more user has
    /// access.
    package static func read(_ path: String, bytesMax: Int) throws(Fault) -> [UInt8] {
        try read(path, bytesMax) { $0.st_uid == 0 && $0.st_gid == 0 ? 0o037 : 0o077 }
    }

    /// Reads a file of this process's user or of root that has none of the permissions which
    /// `closed` gives for it.
    fileprivate static func read(
        _ path: String, _ bytesMax: Int, closed: (stat) -> mode_t
    ) throws(Fault) -> [UInt8] {
        let file: OwnedDescriptor
        do {
            file = OwnedDescriptor(
                try systemCall("open", path) {
                    Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
                })
        } catch {
            throw error.isMissing || error.errno == ENOTDIR ? .missing : .system(error)
        }
        try check(file, path, closed)
        do {
            return try DiskFile(file, path: path).read(at: 0, count: max(0, bytesMax))
        } catch {
            throw .system(error)
        }
    }

    private static func check(
        _ file: OwnedDescriptor, _ path: String, _ closed: (stat) -> mode_t
    ) throws(Fault) {
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
        guard status.st_mode & closed(status) == 0 else {
            throw .open(mode: status.st_mode & 0o7777)
        }
    }
}

/// Reads files that decide what this process does for its user: only those that no other user can
/// change.
package enum TrustedFile {
    /// The first `bytesMax` bytes of a file of this process's user or of root that neither its group
    /// nor others may write.
    package static func read(
        _ path: String, bytesMax: Int
    ) throws(PrivateFile.Fault) -> [UInt8] {
        try PrivateFile.read(path, bytesMax) { _ in 0o022 }
    }
}
