import SupportDaemon
import Testing

/// What lines that do not end may hold together.
struct UnfinishedLinesTests {
    /// Lines of so many bytes, each of a connection and a user.
    private static func lines(
        bytesMax: Int, _ noted: [(bytes: Int, connection: String, user: UInt32)]
    ) -> UnfinishedLines<String> {
        var lines = UnfinishedLines<String>(userBytesMax: 100, bytesMax: bytesMax)
        for line in noted { lines.note(line.bytes, of: line.connection, user: line.user) }
        return lines
    }

    /// Expects that a line which grows costs another one, after which all is well.
    private static func expect(
        _ lines: inout UnfinishedLines<String>, _ bytes: Int, of connection: String,
        costs victim: (connection: String, bytesMax: Int), user: UInt32
    ) {
        #expect(lines.victim() == nil)
        lines.note(bytes, of: connection, user: user)
        #expect(lines.victim()?.connection == victim.connection)
        #expect(lines.victim()?.bytesMax == victim.bytesMax)
        lines.note(0, of: victim.connection, user: user)
        #expect(lines.victim() == nil)
    }

    @Test("a user at the limit stays, one byte more costs the user's oldest line")
    func perUser() {
        var lines = Self.lines(bytesMax: 1000, [(60, "a", 1), (40, "b", 1), (100, "other", 2)])
        Self.expect(&lines, 41, of: "b", costs: ("a", 100), user: 1)
        #expect(lines.bytes == 141)
    }

    @Test("where all hold too much together, the one who holds most gives way")
    func inAll() {
        var lines = Self.lines(
            bytesMax: 150,
            [(70, "first", 1), (20, "second", 2), (50, "third", 2), (10, "small", 3)])
        Self.expect(&lines, 21, of: "second", costs: ("second", 150), user: 2)
        for (name, user) in [("first", 1), ("third", 2), ("small", 3), ("unknown", 4)] {
            lines.note(0, of: name, user: UInt32(user))
        }
        #expect(lines.bytes == 0)
    }
}
