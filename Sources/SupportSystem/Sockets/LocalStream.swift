import Glibc
package import SystemPackage

/// One connected Unix stream socket that never blocks and never raises `SIGPIPE`.
package final class LocalStream {
    /// For waiting on it; closed when this goes.
    package let descriptor: CInt

    /// The longest path of a Unix socket, in bytes, less its closing zero.
    package static let pathBytesMax = 107

    /// Connects to the socket at `path`; `nameTooLong` when the path cannot be one of a socket.
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

    /// What came of one attempt to read or write.
    package enum Progress: Hashable, Sendable {
        /// So many bytes went over, 1 or more.
        case moved(Int)
        /// Nothing can go over now; wait for the descriptor.
        case mustWait
        /// The other side has closed.
        case ended
    }

    /// Appends at most `bytesMax` bytes of what has come to `bytes`.
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

    /// Writes what can go over now of `bytes`, from the beginning; not to be called with none.
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

/// The address of a Unix socket, as the kernel takes it.
struct UnixAddress {
    /// What fits before the closing zero of `sun_path`.
    static let pathBytesMax = 107

    private var address = sockaddr_un()

    /// The address of a path; the fault `pathTooLong` beyond 107 bytes.
    init(path: String) throws(SocketFault) {
        let bytes = Array(path.utf8)
        guard bytes.count <= Self.pathBytesMax else {
            throw .pathTooLong(path: path, bytesMax: Self.pathBytesMax)
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    /// Gives the address to a call that takes a pointer and a length.
    func withPointer<Answer>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer) -> Answer {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// The file that a listening Unix socket leaves in the file system.
package enum SocketFile {
    /// Makes way for a socket at a path: removes one that nobody listens on any more.
    ///
    /// The fault `EADDRINUSE` when somebody does, `EEXIST` when there is something else than a
    /// socket; neither is touched.
    package static func makeWay(at path: String) throws(SocketFault) {
        var status = stat()
        if lstat(path, &status) != 0 {
            if errno == ENOENT { return }
            throw fault("look at", path, errno)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw fault("listen on", path, EEXIST) }
        guard try !isAnswered(path) else { throw fault("listen on", path, EADDRINUSE) }
        if unlink(path) != 0, errno != ENOENT { throw fault("remove", path, errno) }
    }

    /// Sets who may connect: the permission bits of the socket's file.
    package static func setMode(_ mode: UInt32, of path: String) throws(SocketFault) {
        if chmod(path, mode_t(mode)) != 0 { throw fault("set the mode of", path, errno) }
    }

    /// Whether somebody listens there.
    private static func isAnswered(_ path: String) throws(SocketFault) -> Bool {
        let address = try UnixAddress(path: path)
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw fault("open a socket for", path, errno) }
        defer { close(probe) }
        let answer = address.withPointer { connect(probe, $0, $1) }
        if answer == 0 { return true }
        // A full backlog is somebody; a refusal is nobody.
        return errno == EAGAIN || errno == EACCES || errno == EPERM
    }

    private static func fault(_ doing: String, _ path: String, _ cause: Int32) -> SocketFault {
        .system(SystemFault(doing: doing, subject: path, errno: cause))
    }
}

/// What an error of the system says about an attempt to connect.
package enum ConnectionError: Hashable, Sendable {
    /// Nobody listens there.
    case refused
    /// This host has run out of something, or forbids it: says nothing about the other side.
    case own(String)
    /// Anything else, in the system's words.
    case other(String)

    /// The meaning of an error number; nil for 0, which is none.
    package init?(number: CInt) {
        let error = Errno(rawValue: number)
        switch error {
        case Errno(rawValue: 0): return nil
        case .connectionRefused: self = .refused
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noBufferSpace, .noMemory,
            .permissionDenied, .notPermitted, .addressNotAvailable, .addressFamilyNotSupported:
            self = .own(error.description)
        default: self = .other(error.description)
        }
    }
}
