import Glibc
import SystemPackage

/// The address of a Unix socket in the kernel's form.
struct UnixAddress {
    /// The longest path, in bytes, before the terminating zero of `sun_path`.
    static let pathBytesMax = 107

    private var address = sockaddr_un()

    /// The address of a path; throws `pathTooLong` beyond 107 bytes.
    init(path: String) throws(SocketFault) {
        let bytes = Array(path.utf8)
        guard bytes.count <= Self.pathBytesMax else {
            throw .pathTooLong(path: path, bytesMax: Self.pathBytesMax)
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    /// Passes the address to a call that takes a pointer and a length.
    func withPointer<Answer>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer) -> Answer {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// The file of a listening Unix socket in the file system.
package enum SocketFile {
    /// Removes the file of a socket on which nothing listens any more.
    ///
    /// Throws `EADDRINUSE` when something listens, `EEXIST` when the file is not a socket; neither
    /// is changed.
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

    /// Sets the permission bits of the socket's file, which decide who may connect.
    package static func setMode(_ mode: UInt32, of path: String) throws(SocketFault) {
        if chmod(path, mode_t(mode)) != 0 { throw fault("set the mode of", path, errno) }
    }

    /// The path that a socket is bound to; nil for none.
    package static func path(ofListening descriptor: CInt) -> String? {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(descriptor, $0, &length)
            }
        }
        guard answer == 0, address.sun_family == sa_family_t(AF_UNIX) else { return nil }
        let bytes = withUnsafeBytes(of: &address.sun_path) { Array($0.prefix { $0 != 0 }) }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Whether something listens there.
    private static func isAnswered(_ path: String) throws(SocketFault) -> Bool {
        let address = try UnixAddress(path: path)
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw fault("open a socket for", path, errno) }
        defer { close(probe) }
        let answer = address.withPointer { connect(probe, $0, $1) }
        if answer == 0 { return true }
        // A full backlog means a listener; a refusal means none.
        return errno == EAGAIN || errno == EACCES || errno == EPERM
    }

    private static func fault(_ doing: String, _ path: String, _ cause: Int32) -> SocketFault {
        .system(SystemFault(doing: doing, subject: path, errno: cause))
    }
}

/// The meaning of a system error for an attempt to connect.
package enum ConnectionError: Hashable, Sendable {
    /// Nothing listens there.
    case refused
    /// A resource of this host is exhausted, or this host forbids it; proves nothing about the
    /// other side.
    case own(String)
    /// Any other error; the system's message.
    case other(String)

    /// The meaning of an error number; nil for 0.
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
