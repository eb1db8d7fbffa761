import SupportJSON
import SupportTestKit
import Testing

/// A desk that is stopped while its clients work.
struct StopTests {
    /// Sends notes in one go, has the desk stopped once it has read a few answers, and says how many
    /// were answered and what came last.
    private static let client = """
        import json, os, signal, socket, sys
        desk = socket.socket(socket.AF_UNIX)
        desk.connect(sys.argv[1])
        text = b""
        note = b'{"jsonrpc":"2.0","id":%d,"method":"ticket.note","params":{"ticket":1,"text":"n%d"}}\\n'
        try:
            desk.sendall(b"".join(note % (i, i) for i in range(1, 401)))
        except OSError:
            pass
        while text.count(b"\\n") < 5:
            text += desk.recv(65536)
        os.kill(int(sys.argv[2]), signal.SIGTERM)
        try:
            while chunk := desk.recv(65536):
                text += chunk
        except ConnectionResetError:
            pass
        lines = [json.loads(line) for line in text.splitlines()]
        print(sum("result" in line for line in lines), lines[-1]["error"]["data"]["error"])
        """

    @Test("every note that is there was answered, and the client is told that the desk stops")
    func busy() throws {
        let desk = try RunningDesk()
        _ = try desk.signedClient()
        let run = try RunningProgram.run(
            "/usr/bin/env", ["python3", "-c", Self.client, desk.socket, "\(desk.process)"])
        let words = run.output.split { $0.isWhitespace }
        try #require(words.count == 2, "\(run.output)")
        #expect(words[1] == "stopping")
        #expect(desk.awaitEnd() == .exited(status: 0))
        try desk.start()
        let notes = try desk.client().wholeLog().count { $0.rawText.contains("ticket.noted") }
        #expect(notes == Int(words[0]) && notes >= 4)
    }
}
