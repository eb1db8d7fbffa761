import Glibc
import Synchronization
package import SystemPackage

/// An exclusive lock on a directory, with `flock` on the directory itself.
///
/// The kernel releases it when the process ends, however it ends, so no stale lock can remain.
package final class DirectoryLock: StorageLock {
    private let held: Mutex<OwnedDescriptor?>

    /// Locks the directory without waiting; throws `isHeldElsewhere` when another process has it.
    init(directory: OwnedDescriptor, path: String) throws(SystemFault) {
        // A separate descriptor, because the lock belongs to the open file and must not be released
        // with another.
        let own = OwnedDescriptor(
            try systemCall("lock", path) {
                openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        _ = try systemCall("lock", path) { flock(own.number, LOCK_EX | LOCK_NB) }
        held = Mutex(own)
    }

    /// Closes the descriptor of the lock, which releases it at once.
    package func release() {
        held.withLock { $0 = nil }
    }
}

/// Lists directories.
package enum DirectoryEntries {
    /// The names in a directory, in no order, without `.` and `..`.
    package static func names(in path: String) throws(SystemFault) -> [String] {
        let number = try systemCall("list", path) {
            open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        return try names(closing: number, path)
    }

    /// The same through a descriptor, which is always closed.
    static func names(closing number: Int32, _ path: String) throws(SystemFault) -> [String] {
        guard let stream = fdopendir(number) else {
            let cause = errno
            close(number)
            throw SystemFault(doing: "list", subject: path, errno: cause)
        }
        defer { closedir(stream) }
        return try entries(of: stream, path)
    }

    private static func entries(
        of stream: OpaquePointer, _ path: String
    ) throws(SystemFault) -> [String] {
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        if errno != 0 { throw SystemFault(doing: "list", subject: path, errno: errno) }
        return names
    }
}

/// Why others than the process's own user can change the files of a directory.
package enum DirectoryExposure: Hashable, Sendable {
    /// It belongs to another user, by number.
    case foreign(owner: UInt32)
    /// Its group or others may write to it; its permission bits.
    case open(mode: UInt32)
}

/// The space of the file system that contains a path, as available to unprivileged users.
package struct FileSystemRoom: Hashable, Sendable {
    /// Bytes in use; those reserved for the superuser count neither as used nor as available.
    package let usedBytes: UInt64
    /// Bytes available to an unprivileged user.
    package let availableBytes: UInt64

    package init(usedBytes: UInt64, availableBytes: UInt64) {
        (self.usedBytes, self.availableBytes) = (usedBytes, availableBytes)
    }

    /// The available share, in percent, 0 to 100; 0 for a file system without blocks.
    package var availablePercent: Double {
        let whole = Double(usedBytes) + Double(availableBytes)
        return whole > 0 ? Double(availableBytes) / whole * 100 : 0
    }

    /// Reads the figures of the file system that contains `path`.
    ///
    /// Blocks while the file system does not answer, which over a network can be for ever.
    package static func read(path: String) throws(Errno) -> FileSystemRoom {
        var answer = statvfs()
        while statvfs(path, &answer) != 0 {
            let error = Errno(rawValue: errno)
            guard error == .interrupted else { throw error }
        }
        let unit = UInt64(answer.f_frsize)
        let used = UInt64(answer.f_blocks).subtractingReportingOverflow(UInt64(answer.f_bfree))
        return FileSystemRoom(
            usedBytes: used.overflow ? 0 : product(used.partialValue, unit),
            availableBytes: product(UInt64(answer.f_bavail), unit))
    }

    private static func product(_ blocks: UInt64, _ unit: UInt64) -> UInt64 {
        let (bytes, overflow) = blocks.multipliedReportingOverflow(by: unit)
        return overflow ? .max : bytes
    }
}
