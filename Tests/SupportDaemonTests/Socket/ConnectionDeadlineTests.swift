import SupportDaemon
import SupportStore
import SupportWire
import Testing

/// What a connection waits for no longer than a given time: each deadline is over when it is due
/// and at no other time.
struct ConnectionDeadlineTests {
    private static let limits = ConnectionLimits(
        lineSecondsMax: 10, unreadBytesMax: 1000, unreadSecondsMax: 60)
    private static let late = ConnectionScript.Ask.overlong(
        "{", .lineTimedOut(seconds: limits.lineSecondsMax))

    private static func run(
        _ asks: [ConnectionScript.Ask], cutAt cuts: [Int] = [], endsInput: Bool = false
    ) -> ConnectionUnderTest {
        ConnectionUnderTest(
            ConnectionScript("", asks, endsInput: endsInput), cutAt: cuts, limits: limits)
    }

    @Test("half a line is refused when its time is over and not a second before")
    func halfLine() {
        var run = Self.run([.read(), Self.late])
        run.pass(seconds: 100)
        #expect(run.deadlines.isEmpty, "nothing has begun")
        run.take(.input)
        run.pass(seconds: 9)
        #expect(run.answered == 2 && !run.isClosed && run.deadlines == [.line: 110])
        run.pass(seconds: 1)
        #expect(run.isComplete && run.deadlines.isEmpty)
    }

    @Test("more of the same line gives it no more time, the end of a line gives the next its own")
    func moreOfIt() {
        // A byte short of its JSON, a byte short of its newline, both lines, and half of a third.
        var run = Self.run([.read(), .read(), Self.late], cutAt: [41, 42, 86])
        run.take(.input)
        run.pass(seconds: 6)
        run.take(.input)
        #expect(run.deadlines == [.line: 10], "the same line")
        run.pass(seconds: 3)
        run.take(.input)
        #expect(run.answered == 3 && run.deadlines.isEmpty, "both have ended")
        run.take(.input)
        #expect(run.deadlines == [.line: 19])
        run.pass(seconds: 10)
        #expect(run.isComplete)
        var other = Self.run([.read(), .read(), Self.late], cutAt: [41, 50])
        other.take(.input)
        other.pass(seconds: 9)
        other.take(.input)
        #expect(other.deadlines == [.line: 19], "one has ended, the next one has begun")
    }

    @Test("a line that the desk does not read gets its whole time again")
    func notRead() {
        var run = Self.run([.list, .read(), Self.late], cutAt: [50])
        run.take(.input)
        #expect(run.deadlines == [.line: 10] && !run.isReading)
        run.pass(seconds: 25)
        #expect(run.deadlines == [.line: 30] && run.answered == 1)
        run.take(.thread)
        run.take(.result)
        #expect(run.isReading)
        run.pass(seconds: 4)
        #expect(run.answered == 2)
        run.take(.input)
        #expect(run.deadlines == [.line: 39])
        run.finish()
        run.pass(seconds: 10)
        #expect(run.isComplete)
    }

    @Test("a client that has sent all ends no line any more, and none is waited for")
    func ended() {
        var run = Self.run([.list, .half("{")], endsInput: true)
        run.take(.input)
        #expect(run.deadlines == [.line: 10])
        run.take(.thread)
        run.take(.result)
        run.take(.end)
        #expect(run.deadlines.isEmpty && run.isComplete)
    }

    @Test("a watcher's half line is late too")
    func watcher() {
        var run = Self.run([.watch, Self.late])
        run.take(.input)
        run.pass(seconds: 10)
        #expect(run.isComplete)
    }

    // MARK: Clients that do not read

    /// A connection whose client has taken nothing, with so many answers.
    private static func unread(_ count: Int, endsInput: Bool = false) -> ConnectionUnderTest {
        var run = run(Array(repeating: .read(), count: count), endsInput: endsInput)
        (run.takesAll, run.blocks) = (false, 1)
        run.take(.input)
        return run
    }

    @Test("a full socket is closed when its time is over, unless something was taken")
    func full() {
        var run = Self.unread(2)
        #expect(run.unsent.count == 1, "the greeting was taken")
        run.pass(seconds: 100)
        #expect(run.deadlines.isEmpty, "it is not full")
        run.take(.block)
        run.pass(seconds: 59)
        #expect(!run.isClosed && run.deadlines == [.unread: 160])
        var other = run
        run.pass(seconds: 1)
        #expect(run.isClosed)
        other.take(.unblock)
        #expect(other.deadlines.isEmpty && !other.isClosed)
        other.take(.take)
        #expect(other.deadlines.isEmpty)
    }

    @Test("taking a part begins the time anew; when all is taken none runs")
    func slow() {
        var run = Self.run([.read(), .read()], cutAt: [43])
        (run.takesAll, run.blocks) = (false, 1)
        run.take(.input)
        run.take(.input)
        run.take(.block)
        #expect(run.unsent.count == 2)
        run.pass(seconds: 59)
        run.take(.take)
        #expect(run.deadlines == [.unread: 119])
        run.pass(seconds: 59)
        #expect(!run.isClosed)
        run.take(.take)
        #expect(run.deadlines.isEmpty)
        run.pass(seconds: 1000)
        #expect(!run.isClosed)
    }

    @Test("a client that ended its side gets as long to read its answers")
    func endedUnread() {
        var run = Self.unread(1, endsInput: true)
        run.take(.end)
        #expect(run.deadlines == [.unread: 60] && !run.isClosed, "what is unsent would be lost")
        var other = run
        run.pass(seconds: 59)
        #expect(!run.isClosed)
        run.take(.take)
        #expect(run.isClosed && run.isComplete)
        other.pass(seconds: 60)
        #expect(other.isClosed)
    }

    @Test("what is left unread must not stop the user's other connections")
    func share() {
        var run = Self.unread(1)
        run.setShare(hasRoom: false)
        #expect(run.deadlines == [.unread: 60])
        var other = run
        run.pass(seconds: 60)
        #expect(run.isClosed)
        other.setShare(hasRoom: true)
        #expect(other.deadlines.isEmpty)
        var idle = Self.run([.read()])
        idle.setShare(hasRoom: false)
        #expect(idle.deadlines.isEmpty, "nothing of its is unread")
    }

    // MARK: Pages that cannot be read for now

    @Test("a page that could not be read is tried again after its time")
    func page() {
        var run = Self.run([.write, .watch])
        run.take(.input)
        run.take(.journal)
        run.pageFault = .later
        run.take(.thread)
        run.take(.result)
        #expect(run.deadlines == [.page: 1] && run.streamed == 0)
        #expect(run.steps == [.page], "nothing else is begun meanwhile")
        run.pageFault = nil
        run.pass(seconds: 1)
        run.finish()
        #expect(run.isComplete && run.streamed == 1)
    }

    @Test("a page that cannot be read ends the connection, and says why")
    func damage() {
        let damage = WireError.journalDamaged("torn", hint: "")
        var run = Self.run([.write, .watch, .overlong("", damage)])
        run.take(.input)
        run.take(.journal)
        run.pageFault = .failed(damage)
        run.finish()
        #expect(run.isComplete && run.streamed == 0)
    }
}
