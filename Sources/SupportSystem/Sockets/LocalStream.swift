import Glibc
package import SystemPackage

/// One connected Unix stream socket that never blocks and never raises `SIGPIPE`.
package final class LocalStream {
    /// For an event poll; closed with this object.
    package let descriptor: CInt

    /// The longest path of a Unix socket, in bytes without its terminating zero.
    package static let pathBytesMax = 107

    /// Connects to the socket at `path`; throws `nameTooLong` when the path exceeds `pathBytesMax`.
    package init(connectingTo path: String) throws(Errno) {
        guard (1...Self.pathBytesMax).contains(path.utf8.count) else { throw Errno.fileNameTooLong }
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        descriptor = socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Errno(rawValue: errno) }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// The result of one attempt to read or write.
    package enum Progress: Hashable, Sendable {
        /// This many bytes were transferred, 1 or more.
        case moved(Int)
        /// Nothing can be transferred now; wait for the descriptor.
        case mustWait
        /// The other side has closed.
        case ended
    }

    /// Appends what has arrived to `bytes`, at most `bytesMax` bytes.
    package func read(into bytes: inout [UInt8], bytesMax: Int) throws(Errno) -> Progress {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: max(1, bytesMax)))
        let count = bytes.withUnsafeMutableBytes { buffer in
            recv(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start, 0)
        }
        let error = errno
        bytes.removeLast(bytes.count - start - max(0, count))
        return count == 0 ? .ended : try progress(count, error)
    }

    /// Writes as many of the bytes as possible now, from the beginning; `bytes` must not be empty.
    package func write(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Progress {
        let count = bytes.withUnsafeBytes { buffer in
            send(descriptor, buffer.baseAddress, buffer.count, CInt(MSG_NOSIGNAL))
        }
        return try progress(count, errno)
    }

    private func progress(_ count: Int, _ error: CInt) throws(Errno) -> Progress {
        if count > 0 { return .moved(count) }
        let error = Errno(rawValue: error)
        switch error {
        case .wouldBlock, .resourceTemporarilyUnavailable, .interrupted: return .mustWait
        case .connectionReset, .brokenPipe: return .ended
        default: throw error
        }
    }
}
