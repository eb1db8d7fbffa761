import Glibc
import SupportSystem
import Synchronization

/// A server on 127.0.0.1 that answers connections one after the other as a test says.
final class LoopbackServer: Sendable {
    /// What happens to one connection.
    enum Answer: Sendable {
        /// Reads the request, sends these bytes, closes the connection.
        case bytes(String)
        /// The same, but waits this many milliseconds after the request.
        case slowly(Int, String)
        /// Closes the connection without reading.
        case closes
        /// Does nothing until the server ends.
        case hangs
        /// Sends these bytes and keeps the connection open.
        case stops(String)
    }

    let port: Int
    private let listener: CInt
    private let kept = Mutex<[CInt]>([])
    private let paths = Mutex<[String]>([])

    /// The first lines of the requests, in order.
    var requests: [String] { paths.withLock { $0 } }

    /// - Parameter lastByte: of its address 127.0.0.x.
    init(lastByte: UInt8 = 1, _ answer: @escaping @Sendable (String) -> Answer) throws {
        (listener, port) = try Self.listen(lastByte)
        let listener = listener
        _ = try WorkerThread(name: "loopback-server") { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let self else { return }
                self.serve(connection, answer)
            }
        }
    }

    deinit {
        _ = shutdown(listener, CInt(SHUT_RDWR))
        _ = close(listener)
        for connection in kept.withLock({ $0 }) { _ = close(connection) }
    }

    /// A port on which nothing listens, as long as no other process takes it.
    static func deadPort() throws -> Int {
        let (listener, port) = try listen()
        _ = close(listener)
        return port
    }

    /// A well-formed answer with this status and body.
    static func http(_ status: Int, _ body: String = "", headers: String = "") -> Answer {
        .bytes(
            "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }

    private static func listen(_ lastByte: UInt8 = 1) throws -> (CInt, Int) {
        let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = (0x7f00_0000 + UInt32(lastByte)).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) | Glibc.listen(listener, 64)
                    | getsockname(listener, address, &size)
            }
        }
        guard result == 0 else { throw ServerFault(number: errno) }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private struct ServerFault: Error { let number: CInt }

    private func serve(_ connection: CInt, _ answer: (String) -> Answer) {
        let request = Self.request(connection)
        if !request.isEmpty { paths.withLock { $0.append(request) } }
        switch answer(request) {
        case .bytes(let text):
            Self.send(text, to: connection)
            _ = close(connection)
        case .slowly(let milliseconds, let text):
            usleep(UInt32(milliseconds) * 1000)
            Self.send(text, to: connection)
            _ = close(connection)
        case .closes: _ = close(connection)
        case .hangs: kept.withLock { $0.append(connection) }
        case .stops(let text):
            Self.send(text, to: connection)
            kept.withLock { $0.append(connection) }
        }
    }

    /// The first line of the request; empty when the client closes without sending one.
    private static func request(_ connection: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(connection, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.split(separator: "\r\n").first.map(String.init) ?? ""
    }

    private static func send(_ text: String, to connection: CInt) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
