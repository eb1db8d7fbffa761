import SupportDaemon
import SupportWire
import Testing

/// What a connection takes on, at each limit and one past it.
struct ConnectionBoundTests {
    private static func run(
        _ asks: [ConnectionScript.Ask], cutAt cuts: [Int] = [],
        limits: ConnectionLimits = ConnectionLimits(),
        lineBytesMax: Int = ConnectionScript.lineBytesMax
    ) -> ConnectionUnderTest {
        ConnectionUnderTest(
            ConnectionScript("", asks), cutAt: cuts, limits: limits, lineBytesMax: lineBytesMax)
    }

    @Test("as many answers wait for the disk as may, and the next request waits for one of them")
    func pendingReplies() {
        let most = LedgerLimits.pendingRepliesMax
        for more in 0...1 {
            var run = Self.run(Array(repeating: .write, count: most + more))
            run.take(.input)
            #expect(run.handled == most && run.answered == 1)
            #expect(!run.isReading, "at the limit it is read no further")
            run.take(.journal)
            #expect(run.handled == most + more && run.answered == 2)
            #expect(run.isReading == (more == 0))
            run.finish()
            #expect(run.isComplete && run.handled == most + more)
        }
        var below = Self.run(Array(repeating: .write, count: most - 1))
        below.take(.input)
        #expect(below.isReading)
    }

    @Test("answers of so many bytes may wait before it is read no further")
    func unreadBytes() {
        for (most, isReading) in [(47, true), (46, false)] {
            // An answer to a change has 46 bytes.
            var run = Self.run([.write], limits: ConnectionLimits(unreadBytesMax: most))
            run.take(.input)
            #expect(run.connection.heldBytes == 46)
            #expect(run.isReading == isReading)
            run.finish()
            #expect(run.isReading && run.isComplete)
        }
    }

    @Test("nothing is read while a request waits for a thread, a full socket or its user's room")
    func notRead() {
        var list = Self.run([.list])
        list.take(.input)
        #expect(!list.isReading)
        list.finish()
        #expect(list.isReading)
        var full = Self.run([.read(), .read()], cutAt: [43])
        (full.blocks, full.takesAll) = (1, false)
        full.take(.block)
        full.take(.input)
        #expect(!full.isReading && full.handled == 0)
        full.take(.unblock)
        #expect(full.isReading && full.handled == 1)
        var share = Self.run([.read(), .read()], cutAt: [43])
        share.setShare(hasRoom: false)
        #expect(!share.asksForRoom, "it has what it needs")
        share.take(.input)
        #expect(!share.isReading && share.handled == 0 && share.asksForRoom)
        share.setShare(hasRoom: true)
        #expect(share.isReading && share.handled == 1 && !share.asksForRoom)
    }

    @Test("a turn answers 32 short lines, the next one waits for another turn")
    func turn() {
        let most = LedgerLimits.turnWeightMax
        for more in 0...1 {
            var run = Self.run(Array(repeating: .read(), count: most + more))
            run.givesTurns = false
            run.take(.input)
            #expect(run.waitsForTurn && run.handled == 0 && run.yields == 0)
            run.take(.turn)
            #expect(run.handled == most && run.answered == most + 1)
            #expect(run.waitsForTurn == (more == 1) && run.yields == more)
            run.finish()
            #expect(run.isComplete)
        }
    }

    @Test("every 2048 bytes of a line weigh as much as another line")
    func weight() {
        for (bytes, handled) in [(2047, 32), (2048, 16)] {
            let line = ConnectionScript.Ask.nonsense(String(repeating: "x", count: bytes))
            var run = Self.run(Array(repeating: line, count: 40), lineBytesMax: 3000)
            run.givesTurns = false
            run.take(.input)
            run.take(.turn)
            #expect(run.answered == handled + 1)
            #expect(run.yields == 1)
        }
    }

    @Test("what is flushed at a time is bounded, and a longer answer goes in parts")
    func flush() {
        let most = LedgerLimits.flushBytesMax
        let around = 45  // What an answer to `read` has besides its text, at this length.
        for (bytes, flushes) in [(most - around, [most]), (most - around + 1, [most, 1])] {
            var run = Self.run([.read(bytes: bytes)])
            let greeting = run.flushes
            run.take(.input)
            #expect(Array(run.flushes.dropFirst(greeting.count)) == flushes)
            #expect(run.isComplete)
        }
        var run = Self.run([.read(bytes: most), .read(), .read()])
        run.blocks = 1
        run.take(.block)
        run.take(.input)
        #expect(run.flushes.count == 1, "nothing is given to a full socket")
        run.take(.unblock)
        #expect(run.flushes.count == 3, "the end of a long answer goes with the short ones")
        #expect(run.isComplete)
    }

    @Test("a line of the longest length is answered, one byte more ends the connection")
    func longestLine() {
        for (bytes, isClosed) in [(60, false), (61, true)] {
            let text = String(repeating: "x", count: bytes)
            let ask: ConnectionScript.Ask =
                isClosed
                ? .overlong(text, .lineTooLong(bytesMax: 60)) : .nonsense(text)
            var run = Self.run([ask])
            run.take(.input)
            #expect(run.isComplete && run.isClosed == isClosed)
        }
        let longest = Connection(ConnectionLimits())
        #expect(longest.unfinishedBytes == 0)
        var connection = longest
        connection.opened(durable: 0)
        connection.received([UInt8](repeating: 97, count: WireLimits.lineBytesMax)) { _ in 0 }
        #expect(connection.unfinishedBytes == WireLimits.lineBytesMax)
        connection.received([97]) { _ in 0 }
        #expect(connection.unfinishedBytes == 0, "it was refused")
    }

    @Test("a line that has to go because all hold too much is refused after what came before it")
    func unfinished() {
        let error = WireError.unfinishedLines(bytesMax: 100)
        var run = Self.run([.list, .overlong("{", error)])
        run.take(.input)
        #expect(run.connection.unfinishedBytes == 1)
        run.connection.tooMuchIsUnfinished(bytesMax: 100)
        #expect(run.connection.unfinishedBytes == 0, "at once")
        run.proceed()
        #expect(run.answered == 1 && !run.isClosed)
        run.finish()
        #expect(run.isComplete)
    }

    @Test("what is held is counted until the socket has taken it")
    func held() {
        var run = Self.run([.write, .write], cutAt: [42])
        run.takesAll = false
        run.take(.input)
        #expect(run.connection.heldBytes == 46, "waits for the journal")
        run.take(.journal)
        #expect(run.connection.heldBytes == 46 && run.unsent == [46])
        run.take(.input)
        #expect(run.connection.heldBytes == 92)
        run.take(.take)
        #expect(run.connection.heldBytes == 46)
        run.finish()
        #expect(run.connection.heldBytes == 0)
    }
}
