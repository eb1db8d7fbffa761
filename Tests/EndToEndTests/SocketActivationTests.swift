import Glibc
import SupportTestKit
import Testing

/// A control socket that a service manager holds; `make test-host` tries the units themselves.
@Suite(
    .enabled(
        if: RunningProgram.exists("/usr/bin/systemd-socket-activate"),
        "needs systemd-socket-activate"))
struct SocketActivationTests {
    private static let activator = "/usr/bin/systemd-socket-activate"

    /// Listens where the daemon is told to, under the name in `$0`, and starts it with the first
    /// connection.
    private static let listening = """
        for word; do
            [ "$last" != --socket ] || socket=$word
            last=$word
        done
        exec \(activator) "--listen=$socket" "--fdname=$0" "$@"
        """

    private static func desk(socketNamed name: String) throws -> RunningDesk {
        try RunningDesk(.init(wrapper: ["/bin/sh", "-c", listening, name]))
    }

    @Test("the desk serves the socket that it is given, and leaves its file alone")
    func served() throws {
        let desk = try Self.desk(socketNamed: "control")
        _ = try desk.signedClient()
        #expect(desk.terminate() == .exited(status: 0))
        #expect(access(desk.socket, F_OK) == 0, "the socket is the service manager's")
    }

    @Test("a socket that it would leave unserved ends the start with 78")
    func refused() throws {
        let fault = try #require(throws: RunningDesk.StartFault.self) {
            try Self.desk(socketNamed: "metrics")
        }
        #expect(fault.end == .exited(status: 78))
        #expect(fault.log.contains("the service manager passed the sockets metrics"))
    }

    @Test("a user for workers whom nobody knows ends the start with 78")
    func nobody() throws {
        let fault = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(.init(arguments: ["--init", "--worker-user", "nobody-at-all"]))
        }
        #expect(fault.end == .exited(status: 78))
        #expect(fault.log.contains("there is no user nobody-at-all"))
    }
}
