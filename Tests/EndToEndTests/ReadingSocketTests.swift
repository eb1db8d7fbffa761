import Glibc
import SupportJSON
import SupportSystem
import SupportTestKit
import Testing

/// The second socket, on which nobody changes anything.
struct ReadingSocketTests {
    /// Requests and how each ends on the socket that only reads, for root or the daemon's own user.
    private static let requests: [(method: String, params: String, error: String?)] = [
        ("ticket.list", "{}", nil),
        ("contract.show", #"{"contract":"1"}"#, nil),
        ("statement.show", #"{"contract":"1"}"#, nil),
        ("rights.whoami", "{}", nil),
        ("ticket.note", #"{"ticket":1,"text":"mine"}"#, "socket-only-reads"),
        ("ticket.note", #"{"ticket":1,"text":"mine","dry_run":true}"#, "socket-only-reads"),
        ("access.list", "{}", "socket-only-reads"),
        ("desk.snapshot", "{}", "socket-only-reads"),
    ]

    @Test func nobodyChangesAnythingOnIt() throws {
        let place = try RunningPlace()
        let path = "\(place.path)/reading.sock"
        let desk = try RunningDesk(.init(configuration: "read_socket = \"\(path)\"\n"))
        let owner = try desk.signedClient()
        let before = try owner.wholeLog().count
        let reader = try WireClient(path)
        for (method, params, error) in Self.requests {
            let reply = try reader.call(method, params)
            #expect(reply.error == error, "\(method)")
            #expect((reply.code == 7) == (error != nil), "\(method)")
        }
        #expect(try owner.wholeLog().count == before)
        // It hears of what others change.
        try reader.result("events.watch", #"{"since":\#(before)}"#)
        try owner.result("ticket.note", #"{"ticket":1,"text":"mine"}"#)
        #expect(try reader.receive().method?.hasPrefix("event") == true)
        _ = desk.terminate()
        #expect(access(path, F_OK) != 0 || (try? WireClient(path)) == nil, "nobody listens")
    }

    @Test func itsPermissionsAreItsOwn() throws {
        let place = try RunningPlace()
        let path = "\(place.path)/reading.sock"
        let desk = try RunningDesk(
            .init(
                configuration:
                    "read_socket = \"\(path)\"\nread_socket_mode = \"0640\"\nsocket_mode = \"0600\"\n"
            ))
        #expect(try Self.mode(of: path) == 0o640)
        #expect(try Self.mode(of: desk.socket) == 0o600)
    }

    @Test(
        "the service manager passes either, both, or what is refused",
        .enabled(if: RunningProgram.exists(activate), "needs systemd-socket-activate"),
        arguments: [
            (["control"], true), (["reading"], true), (["control", "reading"], true),
            (["reading", "control"], true), (["supportd-reading.socket"], true),
            (["control", "control"], false), (["reading", "reading"], false), (["other"], false),
        ])
    func passedSockets(names: [String], isTaken: Bool) throws {
        let place = try RunningPlace()
        let own = "\(place.path)/own.sock"
        let sockets = names.indices.map { "\(place.path)/\($0).sock" }
        let daemon = try ChildProcess(
            program: Self.activate,
            arguments: ["--fdname=\(names.joined(separator: ":"))"]
                + sockets.map { "--listen=\($0)" }
                + [
                    RunningPlace.program("supportd"), "--state", "\(place.path)/state", "--socket",
                    own, "--init",
                ],
            environment: ["PATH": "/usr/bin:/bin"], onEnd: { _ in })
        defer { daemon.kill() }
        #expect(RunningProgram.eventually { access(sockets[0], F_OK) == 0 })
        // The first caller starts it.
        guard let client = try? WireClient(sockets[0], patience: .seconds(20)) else {
            #expect(!isTaken)
            return
        }
        #expect(isTaken == (client.hello.method == "desk.hello"))
        guard isTaken else { return }
        for (name, path) in zip(names, sockets) {
            let reply = try WireClient(path).call("desk.snapshot")
            #expect(
                reply.error == (name.contains("reading") ? "socket-only-reads" : nil), "\(name)")
        }
        #expect((access(own, F_OK) == 0) == !names.contains("control"))
    }

    private static let activate = "/usr/bin/systemd-socket-activate"

    private static func mode(of path: String) throws -> mode_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode & 0o777
    }
}
