import SupportTestKit
import Testing

/// A client that says all it has to say and closes its sending side still gets every answer.
@Suite struct HalfCloseTests {
    /// Sends many requests, closes its sending side, reads nothing for a while, then counts lines.
    private static let client = """
        import socket, sys, time
        desk = socket.socket(socket.AF_UNIX)
        desk.connect(sys.argv[1])
        line = b'{"jsonrpc":"2.0","id":1,"method":"level.list","params":{}}\\n'
        desk.sendall(line * 480)
        desk.shutdown(socket.SHUT_WR)
        time.sleep(0.5)
        count = 0
        while chunk := desk.recv(65536):
            count += chunk.count(b"\\n")
        print(count)
        """

    @Test("all answers arrive, however late they are read")
    func everyAnswerArrives() throws {
        let desk = try RunningDesk()
        let run = try RunningProgram.run(
            "/usr/bin/env", ["python3", "-c", Self.client, desk.socket])
        // The greeting and 480 answers, more than the socket takes at once.
        #expect(run.output == "481\n")
    }
}
