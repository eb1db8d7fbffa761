import Glibc
import SupportSystem
import Synchronization

/// A listener on 127.0.0.1 that gives each connection to a closure on a thread of its own.
package final class LoopbackListener: Sendable {
    package let port: Int
    private let listener: Int32
    private let open = Mutex<Set<Int32>>([])

    /// - Parameter serve: speaks with a connection; it is closed afterwards.
    package init(_ serve: @escaping @Sendable (LoopbackPeer) -> Void) throws {
        (listener, port) = try Self.listen()
        let listener = listener
        _ = try WorkerThread(name: "loopback") { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let self else { return }
                open.withLock { _ = $0.insert(connection) }
                _ = try? WorkerThread(name: "loopback-peer") { [weak self] in
                    serve(LoopbackPeer(connection))
                    // Its number may be another's once it is closed.
                    self?.open.withLock { _ = $0.remove(connection) }
                    _ = close(connection)
                }
            }
        }
    }

    deinit {
        _ = shutdown(listener, Int32(SHUT_RDWR))
        _ = close(listener)
        for connection in open.withLock({ $0 }) { _ = shutdown(connection, Int32(SHUT_RDWR)) }
    }

    private static func listen() throws -> (Int32, Int) {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let listener = socket(AF_INET, kind, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) | Glibc.listen(listener, 64)
                    | getsockname(listener, address, &size)
            }
        }
        guard answer == 0 else {
            throw SystemFault(doing: "listen on", subject: "127.0.0.1", errno: errno)
        }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}

/// One connection of a `LoopbackListener`, used by its thread.
package final class LoopbackPeer {
    private let connection: Int32
    private var waiting: [UInt8] = []

    init(_ connection: Int32) {
        self.connection = connection
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// The next line without its end; nil at the end.
    package func line() -> String? {
        while true {
            if let end = waiting.firstIndex(of: 10) {
                var line = Array(waiting[..<end])
                waiting.removeFirst(end + 1)
                if line.last == 13 { line.removeLast() }
                return String(decoding: line, as: UTF8.self)
            }
            guard receive() else { return nil }
        }
    }

    /// So many bytes; nil where the end comes before.
    package func bytes(_ count: Int) -> String? {
        while waiting.count < count { guard receive() else { return nil } }
        defer { waiting.removeFirst(count) }
        return String(decoding: waiting[..<count], as: UTF8.self)
    }

    /// Sends a text.
    package func send(_ text: String) {
        _ = Glibc.send(connection, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }

    /// Reads nothing and says nothing until the other side goes.
    package func hang() { while receive() {} }

    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        waiting += buffer.prefix(count)
        return true
    }
}
