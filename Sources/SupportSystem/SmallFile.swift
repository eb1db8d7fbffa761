import Glibc
package import SystemPackage

/// Reads files that fit into memory many times over, such as those of `/proc`.
package enum SmallFile {
    /// The first `bytesMax` bytes of a file; the rest is left unread.
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
