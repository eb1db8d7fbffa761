import Glibc

/// Bytes that nobody can guess, from the kernel.
package enum Randomness {
    /// So many random bytes.
    package static func bytes(_ count: Int) throws(SystemFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        var start = 0
        while start < bytes.count {
            // The kernel gives at most 256 bytes a call.
            let part = min(256, bytes.count - start)
            _ = try systemCall("read", "the kernel's random source") {
                bytes.withUnsafeMutableBytes { buffer in
                    getentropy(buffer.baseAddress.map { $0 + start }, part)
                }
            }
            start += part
        }
        return bytes
    }
}
