import Glibc
import Synchronization
package import SystemPackage

/// A directory taken by this process alone, with `flock` on the directory itself.
///
/// The kernel gives it free when the process ends, however it ends, so no stale lock can remain.
package final class DirectoryLock: StorageLock {
    private let held: Mutex<OwnedDescriptor?>

    /// Takes the directory without waiting; the fault `isHeldElsewhere` when another has it.
    init(directory: OwnedDescriptor, path: String) throws(SystemFault) {
        // A descriptor of its own: the lock belongs to the open file and must not go with another.
        let own = OwnedDescriptor(
            try systemCall("lock", path) {
                openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        _ = try systemCall("lock", path) { flock(own.number, LOCK_EX | LOCK_NB) }
        held = Mutex(own)
    }

    /// Closes the descriptor that the lock is bound to, which gives the directory free at once.
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

    /// The same through a descriptor, which is closed in any case.
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

/// What lets others than the process's own user change what lies in a directory.
package enum DirectoryExposure: Hashable, Sendable {
    /// It belongs to another user, by number.
    case foreign(owner: UInt32)
    /// Its group or everybody may write to it; its permission bits.
    case open(mode: UInt32)
}

/// How much room the file system that holds a path has, as its unprivileged users see it.
package struct FileSystemRoom: Hashable, Sendable {
    /// Bytes that are taken; what is kept back for the superuser counts as neither.
    package let usedBytes: UInt64
    /// Bytes that an unprivileged user may still take.
    package let availableBytes: UInt64

    package init(usedBytes: UInt64, availableBytes: UInt64) {
        self.usedBytes = usedBytes
        self.availableBytes = availableBytes
    }

    /// The share that is available, in percent, 0 to 100; 0 for a file system without blocks.
    package var availablePercent: Double {
        let whole = Double(usedBytes) + Double(availableBytes)
        return whole > 0 ? Double(availableBytes) / whole * 100 : 0
    }

    /// Asks the file system that holds `path`.
    ///
    /// Blocks for as long as the file system does not answer, which over a network can be for ever.
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
