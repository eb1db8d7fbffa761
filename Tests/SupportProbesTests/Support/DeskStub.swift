import Glibc
import SupportModel
import SupportSystem
import Synchronization
import Testing

/// A desk that a test operates: one Unix socket, one worker, lines in and out.
final class DeskStub {
    let path: String
    private let listener: CInt
    private var connection: CInt = -1
    private var framer = LineFramer(bytesMax: 1 << 20)
    private var unread: ArraySlice<String> = []

    init() throws {
        var template = Array("/tmp/probes-XXXXXX".utf8CString)
        let made = mkdtemp(&template)
        try #require(made != nil)
        let directory = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        path = directory + "/desk"
        listener = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) | listen(listener, 4)
            }
        }
        try #require(result == 0)
    }

    deinit {
        hangUp()
        _ = close(listener)
        _ = unlink(path)
        _ = rmdir(String(path.dropLast(5)))
    }

    /// Waits for the worker, at most 5 seconds.
    func accept() throws {
        try wait(for: listener)
        connection = Glibc.accept(listener, nil, nil)
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        _ = setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        try #require(connection >= 0)
    }

    /// Closes the connection.
    func hangUp() {
        if connection >= 0 { _ = close(connection) }
        connection = -1
        framer.forget()
        unread = []
    }

    /// Sends a line; its newline is added here.
    func send(_ line: String) throws {
        let bytes = Array((line + "\n").utf8)
        let count = bytes.withUnsafeBytes {
            Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
        }
        try #require(count == bytes.count)
    }

    /// The worker's next line that is not an `alive` report, without its newline; nil when the
    /// worker has closed.
    func line() throws -> String? {
        while let line = try anyLine() {
            if !line.hasPrefix(#"{"alive":"#) { return line }
        }
        return nil
    }

    /// The worker's next line, without its newline; nil when the worker has closed.
    func anyLine() throws -> String? {
        while true {
            if let line = unread.popFirst() { return line }
            try wait(for: connection)
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return nil }
            try framer.take(bytes.prefix(count)) {
                unread.append(String(decoding: $0, as: UTF8.self))
            }
        }
    }

    private func wait(for descriptor: CInt) throws {
        var subject = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        try #require(poll(&subject, 1, 5000) == 1, "nothing came for 5 seconds")
    }
}
