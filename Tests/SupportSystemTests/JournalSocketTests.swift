import Glibc
import SupportSystem
import SupportTestKit
import Testing

/// Messages for the journal of systemd, with fields of their own.
struct JournalSocketTests {
    @Test("a field is a line, and one with a line break says its length")
    func message() {
        let message = JournalSocket.message([
            JournalField("MESSAGE", "a is down"), JournalField("TICKET", "7"),
            JournalField("NOTE", "a\nb"),
        ])
        let expected =
            Array("MESSAGE=a is down\nTICKET=7\nNOTE\n".utf8) + [3, 0, 0, 0, 0, 0, 0, 0]
            + Array("a\nb\n".utf8)
        #expect(message == expected)
    }

    @Test(
        "a name that the journal would not take is left out",
        arguments: ["", "_PID", "lower", "1A", "A B", "A=B", String(repeating: "A", count: 65)])
    func names(name: String) {
        #expect(JournalSocket.message([JournalField(name, "x")]).isEmpty)
        let longest = String(repeating: "A", count: 64)
        #expect(!JournalSocket.message([JournalField(longest, "x")]).isEmpty)
    }

    @Test(
        "a message goes to the journal's socket where the journal reads the stream, and to it alone"
    )
    func sent() throws {
        let path = "/tmp/journal-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let journal = try Self.listening(at: path)
        defer {
            close(journal)
            unlink(path)
        }
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        var file = stat()
        try #require(fstat(ends[1], &file) == 0)
        let stream = OperatorStream(
            descriptor: ends[1], journalStream: "\(file.st_dev):\(file.st_ino)", journalPath: path)
        stream.write(.warning, "a is down", fields: [JournalField("TICKET", "7")])
        #expect(Self.received(journal) == "MESSAGE=a is down\nPRIORITY=4\nTICKET=7\n")
        stream.write(.warning, "no fields")
        var buffer = [UInt8](repeating: 0, count: 100)
        let count = read(ends[0], &buffer, buffer.count)
        #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == "<4>no fields\n")
        // A journal that is gone: the line goes where it can.
        close(journal)
        stream.write(.error, "b", fields: [JournalField("TICKET", "8")])
        let rest = read(ends[0], &buffer, buffer.count)
        #expect(String(decoding: buffer.prefix(rest), as: UTF8.self) == "<3>b\n")
    }

    private static func listening(at path: String) throws -> CInt {
        try TemporaryDirectory.bind(SOCK_DGRAM, at: path)
    }

    private static func received(_ socket: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
