import Glibc

/// Reads files that people write, such as a configuration: whatever else has such a name is refused
/// without being opened, as a FIFO would wait for its other end and a device may act.
package enum RegularFile {
    /// The bytes of a file, at most so many; the rest is left unread. Symbolic links are followed.
    package static func read(_ path: String, bytesMax: Int) throws(SystemFault) -> [UInt8] {
        var status = stat()
        _ = try systemCall("read", path) { stat(path, &status) }
        try FileKind(status).expectRegular("read", path)
        // Between the question and the opening it may have become something else.
        let file = OwnedDescriptor(
            try systemCall("open", path) {
                open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            })
        _ = try systemCall("read", path) { fstat(file.number, &status) }
        try FileKind(status).expectRegular("read", path)
        return try DiskFile(file, path: path).read(at: 0, count: max(0, bytesMax))
    }
}
