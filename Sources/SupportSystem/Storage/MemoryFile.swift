import CLinux
import Glibc

/// A file that lies in memory only, for a library that reads a secret from a path: it never reaches a
/// disk, and goes with its value.
package struct MemoryFile: Sendable {
    private let file: OwnedDescriptor
    private let bytesCount: Int

    /// A file that holds these bytes.
    ///
    /// - Parameter name: what `/proc` shows it as.
    package init(named name: String, holding bytes: [UInt8]) throws(SystemFault) {
        let number = try systemCall("make a file in memory", name) { linux_memory_file(name) }
        file = OwnedDescriptor(number)
        bytesCount = bytes.count
        let written = try systemCall("write a file in memory", name) {
            write(number, bytes, bytes.count)
        }
        guard written == bytes.count else {
            throw SystemFault(doing: "write a file in memory", subject: name, errno: ENOSPC)
        }
    }

    /// The path under which this process can open it.
    package var path: String { "/proc/self/fd/\(file.number)" }
}
