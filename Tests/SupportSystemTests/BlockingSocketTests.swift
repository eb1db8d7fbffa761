import Glibc
import SupportSystem
import Testing

@Suite struct BlockingSocketTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private var path: String { directory.path + "/socket" }

    /// A listener; the first connection is served by the closure with its descriptor.
    private func serve(_ body: @escaping @Sendable (Int32) -> Void) throws -> WorkerThread {
        let listener = try TemporaryDirectory.bind(SOCK_STREAM, at: path)
        #expect(listen(listener, 1) == 0)
        return try WorkerThread(name: "server") {
            let peer = accept(listener, nil, nil)
            body(peer)
            close(peer)
            close(listener)
        }
    }

    private func connect(lineBytesMax: Int = 100) throws -> BlockingSocket {
        try BlockingSocket(
            connectingTo: path, lineBytesMax: lineBytesMax, within: .seconds(10))
    }

    @Test func sendsAndReceivesLines() throws {
        let server = try serve { peer in
            var byte: UInt8 = 0
            repeat { _ = read(peer, &byte, 1) } while byte != UInt8(ascii: "\n")
            write("one\ntwo\n\nthr", to: peer)
            write("ee\n", to: peer)
        }
        var socket = try connect()
        try socket.send(Array("hello\n".utf8), within: .seconds(10))
        for expected in ["one", "two", "", "three"] {
            let line = try socket.receiveLine(within: .seconds(10))
            #expect(String(decoding: line, as: UTF8.self) == expected)
        }
        #expect(throws: SocketFault.closedByPeer) {
            _ = try socket.receiveLine(within: .seconds(10))
        }
        server.join()
    }

    @Test func takesALineAtTheLimitAndNotOnePast() throws {
        let server = try serve { peer in write("12345678\n123456789\n", to: peer) }
        var socket = try connect(lineBytesMax: 8)
        #expect(try socket.receiveLine(within: .seconds(10)).count == 8)
        #expect(throws: SocketFault.lineTooLong(bytesMax: 8)) {
            _ = try socket.receiveLine(within: .seconds(10))
        }
        server.join()
    }

    @Test func timesOutAndKeepsWhatArrived() throws {
        let goOn = GuardedState(false)
        let server = try serve { peer in
            write("ha", to: peer)
            _ = goOn.wait(atMost: .seconds(10)) { $0 ? true : nil }
            write("lf\n", to: peer)
        }
        var socket = try connect()
        let error = #expect(throws: SocketFault.self) {
            _ = try socket.receiveLine(within: .milliseconds(20))
        }
        #expect(error == .timedOut(doing: "waiting to receive from \(path)"))
        goOn.change { $0 = true }
        let line = try socket.receiveLine(within: .seconds(10))
        #expect(String(decoding: line, as: UTF8.self) == "half")
        server.join()
    }

    @Test func saysWhyItCannotConnect() throws {
        let missing = #expect(throws: SocketFault.self) { _ = try connect() }
        #expect(missing?.description == "cannot connect to \(path): No such file or directory")
        try serve { _ in }.join(after: { _ = try? connect() })
        let refused = #expect(throws: SocketFault.self) { _ = try connect() }
        #expect(refused?.description == "cannot connect to \(path): Connection refused")
    }

    @Test func refusesAPathThatIsTooLong() {
        for (length, isTooLong) in [(107, false), (108, true)] {
            let path = "/" + String(repeating: "x", count: length - 1)
            let error = #expect(throws: SocketFault.self) {
                _ = try BlockingSocket(connectingTo: path, lineBytesMax: 1, within: .zero)
            }
            #expect((error == .pathTooLong(path: path, bytesMax: 107)) == isTooLong)
        }
    }

    @Test func credentialsAreLaidOutAsTheKernelFillsThem() {
        var pair: [Int32] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
        defer { for end in pair { close(end) } }
        var credentials = PeerCredentials()
        var length = socklen_t(MemoryLayout<PeerCredentials>.size)
        #expect(length == 12)
        #expect(getsockopt(pair[0], SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0)
        #expect(credentials.process == getpid())
        #expect(credentials.user == getuid() && credentials.group == getgid())
    }
}

extension WorkerThread {
    fileprivate func join(after body: () -> Void) {
        body()
        join()
    }
}

private func write(_ text: String, to descriptor: Int32) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
}
