import Glibc

/// A datagram socket in the abstract namespace that stands in for the service manager.
final class NotifySocket {
    /// The value of `NOTIFY_SOCKET` that leads here.
    let address: String
    private let descriptor: CInt

    init() throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(errno: errno) }
        let name = "supportd-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        address = "@" + name
        var wait = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        try Self.bind(descriptor, to: name)
    }

    deinit { close(descriptor) }

    /// The next datagram; waits two seconds at most.
    func receive() throws -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw Failure(errno: errno) }
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }

    private static func bind(_ descriptor: CInt, to name: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // The abstract namespace: a zero byte first, and no file to remove afterwards.
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            path[1...].copyBytes(from: name.utf8)
        }
        let length = MemoryLayout<sa_family_t>.size + 1 + name.utf8.count
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, socklen_t(length))
            }
        }
        guard result == 0 else { throw Failure(errno: errno) }
    }

    /// A call of the stand-in that failed.
    struct Failure: Error {
        /// Why.
        let errno: CInt
    }
}
