import SupportDaemon
import Testing

/// What lines that do not end may hold together.
struct UnfinishedLinesTests {
    @Test("a user at the limit stays, one byte more costs the user's oldest line")
    func perUser() {
        var lines = UnfinishedLines<String>(userBytesMax: 100, bytesMax: 1000)
        lines.note(60, of: "a", user: 1)
        lines.note(40, of: "b", user: 1)
        lines.note(100, of: "other", user: 2)
        #expect(lines.victim() == nil)
        lines.note(41, of: "b", user: 1)
        #expect(lines.victim()?.connection == "a")
        #expect(lines.victim()?.bytesMax == 100)
        lines.note(0, of: "a", user: 1)
        #expect(lines.victim() == nil)
        #expect(lines.bytes == 141)
    }

    @Test("where all hold too much together, the one who holds most gives way")
    func inAll() {
        var lines = UnfinishedLines<String>(userBytesMax: 100, bytesMax: 150)
        lines.note(70, of: "first", user: 1)
        lines.note(20, of: "second", user: 2)
        lines.note(50, of: "third", user: 2)
        lines.note(10, of: "small", user: 3)
        #expect(lines.victim() == nil)
        lines.note(21, of: "second", user: 2)
        #expect(lines.victim()?.connection == "second")
        #expect(lines.victim()?.bytesMax == 150)
        lines.note(0, of: "second", user: 2)
        #expect(lines.victim() == nil)
        for (name, user) in [("first", 1), ("third", 2), ("small", 3), ("unknown", 4)] {
            lines.note(0, of: name, user: UInt32(user))
        }
        #expect(lines.bytes == 0)
    }
}
