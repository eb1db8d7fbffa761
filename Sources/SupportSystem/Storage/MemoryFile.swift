import CLinux
import Glibc

/// A file that lies in memory only, for a library that reads a secret from a path: it never reaches a
/// disk, and goes with its value.
package struct MemoryFile: Sendable {
    private let file: OwnedDescriptor

    /// A file that holds these bytes.
    ///
    /// - Parameter name: what `/proc` shows it as.
    package init(named name: String, holding bytes: [UInt8]) throws(SystemFault) {
        let number = try systemCall("make a file in memory", name) { linux_memory_file(name) }
        file = OwnedDescriptor(number)
        let written = try systemCall("write a file in memory", name) {
            write(number, bytes, bytes.count)
        }
        guard written == bytes.count else {
            throw SystemFault(doing: "write a file in memory", subject: name, errno: ENOSPC)
        }
    }

    /// Calls the closure with the descriptor, which a child process may get as its own; it reads from
    /// the beginning.
    func withDescriptor<Answer, Failure: Error>(
        _ body: (CInt) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        defer { withExtendedLifetime(file) {} }
        lseek(file.number, 0, SEEK_SET)
        return try body(file.number)
    }

    /// Calls the closure with the path under which this process can open it meanwhile.
    package func withPath<Answer, Failure: Error>(
        _ body: (String) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        // Closed after its last use, its number may be another file's.
        defer { withExtendedLifetime(file) {} }
        return try body("/proc/self/fd/\(file.number)")
    }
}
