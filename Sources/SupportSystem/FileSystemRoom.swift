import Glibc
package import SystemPackage

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
