import Foundation
import Synchronization

/// A daemon for one test: greets, then answers each line as the test says.
final class FakeDesk: Sendable {
    /// What a line is answered with.
    enum Act: Sendable {
        /// A result, as JSON text.
        case result(String)
        /// An error, as JSON text.
        case error(String)
        /// Lines as they are.
        case lines([String])
        /// Nothing, for ever.
        case silence
        /// The end of the connection.
        case close
        /// Lines as they are, then the end of the connection.
        case linesThenClose([String])
    }

    static let greeting =
        #"{"jsonrpc":"2.0","method":"desk.hello","params":{"release":"0.1.0","#
        + #""protocol":{"major":1,"minor":3},"seq":7,"unknown":true}}"#

    /// The same of a desk that says what time it is.
    static func greeting(at now: String) -> String {
        greeting.replacing(#""seq":7,"#, with: #""seq":7,"now":"\#(now)","#)
    }

    let path: String
    private let listener: Int32
    private let seen = Mutex<[String]>([])
    private let connections = Mutex(0)
    private let isStopped = Mutex(false)
    private let greeting: String?
    private let closesAtOnce: Bool
    private let act: @Sendable (_ line: String, _ connection: Int) -> Act

    /// Every line that was sent, in order.
    var lines: [String] { seen.withLock { $0 } }

    /// A desk that greets with a line, or not at all, and sends the given answers.
    init(
        greeting: String? = FakeDesk.greeting, closesAtOnce: Bool = false,
        act: @escaping @Sendable (_ line: String, _ connection: Int) -> Act = { _, _ in .close }
    ) {
        path = "/tmp/supportc-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).sock"
        self.greeting = greeting
        self.closesAtOnce = closesAtOnce
        self.act = act
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, length) }
        }
        precondition(bound == 0 && listen(listener, 8) == 0, "no socket for the test")
        Thread.detachNewThread { self.accept() }
    }

    /// One whose every answer is this result.
    convenience init(result: String) {
        self.init { _, _ in .result(result) }
    }

    /// Stops listening, once; connections that are open end with their clients.
    ///
    /// The listener is closed by the thread that waits on it: its number must not be given to
    /// another desk before that.
    func stop() {
        // A second time the number may be another desk's already.
        let isFirst = isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        unlink(path)
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accept() {
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else {
                close(listener)
                return
            }
            let number = connections.withLock { count in
                count += 1
                return count
            }
            Thread.detachNewThread { self.serve(connection, number) }
        }
    }

    private func serve(_ connection: Int32, _ number: Int) {
        defer { close(connection) }
        if let greeting { write(greeting, to: connection) }
        if closesAtOnce { return }
        var pending: [UInt8] = []
        while let line = Self.line(from: connection, &pending) {
            seen.withLock { $0.append(line) }
            switch act(line, number) {
            case .result(let json):
                write(reply(line, #""seq":7,"result":\#(json)"#), to: connection)
            case .error(let json): write(reply(line, #""error":\#(json)"#), to: connection)
            case .lines(let lines): lines.forEach { write($0, to: connection) }
            case .silence: continue
            case .close: return
            case .linesThenClose(let lines):
                lines.forEach { write($0, to: connection) }
                return
            }
        }
    }

    private func reply(_ line: String, _ rest: String) -> String {
        let id = line.components(separatedBy: "\"id\":").dropFirst().first?.prefix { $0 != "," }
        return #"{"jsonrpc":"2.0","id":\#(id ?? "null"),\#(rest)}"#
    }

    private func write(_ line: String, to connection: Int32) {
        let bytes = Array((line + "\n").utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func line(from connection: Int32, _ pending: inout [UInt8]) -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var searched = 0
        while true {
            if let end = pending[searched...].firstIndex(of: 10) {
                defer { pending.removeFirst(end + 1) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            searched = pending.count
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }
}
