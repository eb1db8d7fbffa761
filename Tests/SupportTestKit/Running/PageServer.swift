import Glibc
import SupportSystem
import Synchronization

/// A site on 127.0.0.1 that can be stopped, started again at the same port, and made to fail.
package final class PageServer: Sendable {
    /// The port, which stays the same while the value lives.
    package let port: Int
    private let status = Mutex(200)
    private let running = Mutex<Running?>(nil)

    /// A listener and the thread that answers on it.
    private struct Running {
        var listener: Int32
        var thread: WorkerThread
    }

    /// Takes a free port and answers on it.
    package init() throws {
        let (listener, port) = try Self.listen(0)
        self.port = port
        try serve(listener)
    }

    deinit { stop() }

    /// The page's address.
    package var url: String { "http://127.0.0.1:\(port)/" }

    /// Answers with another status from now on.
    package func answer(status: Int) { self.status.withLock { $0 = status } }

    /// Stops listening; who connects is refused.
    package func stop() {
        let last = running.withLock { running in
            defer { running = nil }
            return running
        }
        guard let last else { return }
        _ = shutdown(last.listener, Int32(SHUT_RDWR))
        last.thread.join()
        _ = close(last.listener)
    }

    /// Listens again at the same port.
    package func start() throws {
        stop()
        try serve(try Self.listen(port).listener)
    }

    private func serve(_ listener: Int32) throws {
        let thread = try WorkerThread(name: "page-server") { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                defer { _ = close(connection) }
                guard let status = self?.status.withLock({ $0 }) else { return }
                Self.answer(connection, status)
            }
        }
        running.withLock { $0 = Running(listener: listener, thread: thread) }
    }

    private static func answer(_ connection: Int32, _ status: Int) {
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var request = [UInt8](repeating: 0, count: 8192)
        guard recv(connection, &request, request.count, 0) > 0 else { return }
        let text = "HTTP/1.1 \(status) X\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
        _ = send(connection, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }

    private static func listen(_ port: Int) throws -> (listener: Int32, port: Int) {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let listener = socket(AF_INET, kind, 0)
        var yes: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) | Glibc.listen(listener, 64)
                    | getsockname(listener, address, &size)
            }
        }
        guard answer == 0 else {
            let cause = errno
            _ = close(listener)
            throw SystemFault(doing: "listen on", subject: "127.0.0.1:\(port)", errno: cause)
        }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}
