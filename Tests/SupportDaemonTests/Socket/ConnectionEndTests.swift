import SupportDaemon
import SupportStore
import SupportWire
import Testing

/// The end of a connection at any moment, and inputs that do not fit what it is at.
struct ConnectionEndTests {
    private static let scripts = [
        ConnectionScript(
            "requests", [.write, .list, .key, .long, .read(), .write, .list], endsInput: true),
        ConnectionScript("a watch", [.write, .write, .watch, .late, .half("{")]),
    ]

    /// The connection at every moment on its way, the journal ahead of the threads and behind them.
    private static func moments(_ script: ConnectionScript) -> [ConnectionUnderTest] {
        [3, 60, 100].flatMap { cut in
            moments(script, cutAt: cut) { $0.first } + moments(script, cutAt: cut) { $0.last }
        }
    }

    private static func moments(
        _ script: ConnectionScript, cutAt cut: Int,
        choosing choose: ([ConnectionUnderTest.Step]) -> ConnectionUnderTest.Step?
    ) -> [ConnectionUnderTest] {
        var run = ConnectionUnderTest(script, cutAt: [cut, cut + 30])
        (run.blocks, run.takesAll, run.givesTurns) = (1, false, false)
        var moments = [run]
        while let step = choose(run.steps) {
            run.take(step)
            moments.append(run)
        }
        return moments
    }

    @Test(
        "an end at any moment gives back what others wait for, and nothing comes after it",
        arguments: scripts)
    func ends(script: ConnectionScript) {
        for moment in Self.moments(script) {
            var run = moment
            let (sent, recorded) = (run.flushes.count, run.recorded)
            run.connection.closed()
            run.proceed()
            #expect(run.faults.isEmpty, "\(run.taken)")
            #expect(run.connection.heldBytes == 0 && run.connection.unfinishedBytes == 0)
            #expect(run.deadlines.isEmpty)
            if case .awaited = run.thread { Issue.record("still waits for a thread") }
            if case .given = run.thread { Issue.record("still has a thread") }
            for input in Self.inputs { input(&run) }
            run.proceed()
            run.finish()
            #expect(run.recorded == recorded, "a change that nobody waits for was made")
            #expect(run.flushes.count == sent && run.faults.isEmpty && run.deadlines.isEmpty)
        }
    }

    @Test("a fault of the socket closes the connection once, whatever it is at", arguments: scripts)
    func fails(script: ConnectionScript) {
        for moment in Self.moments(script) where !moment.isClosed {
            var connection = moment.connection
            connection.failed()
            connection.failed()
            guard case .close = connection.next() else {
                Issue.record("not closed after \(moment.taken)")
                continue
            }
            #expect(connection.next() == nil)
            connection.failed()
            #expect(connection.next() == nil)
        }
    }

    /// Everything that may be reported, as if nobody had asked for it.
    private static let inputs: [@Sendable (inout ConnectionUnderTest) -> Void] = [
        { $0.connection.opened(durable: 7) },
        { $0.connection.answered(.reply(ConnectionScript.text(1), after: 0)) },
        { $0.connection.answered(.watch(Watch(since: 0))) },
        { $0.connection.began(.init(work: { .answer(ConnectionScript.text(1)) }, after: 0)) },
        { if !$0.mayTake(.result) { $0.connection.errandEnded(.line([10])) } },
        {
            if !$0.mayTake(.result) { $0.connection.errandEnded(.resume(ConnectionScript.resumed)) }
        },
        { if !$0.mayTake(.result) { $0.connection.pageRead(.later) } },
        { if !$0.mayTake(.thread), $0.connection.threadCame() { Issue.record("no thread waits") } },
        { if !$0.waitsForTurn { $0.connection.turnCame() } },
        { if $0.unsent.isEmpty { $0.connection.flushed(1) } },
        { if $0.deadlines[.line] == nil { $0.connection.fired(.line) } },
        { if $0.deadlines[.unread] == nil { $0.connection.fired(.unread) } },
        { if $0.deadlines[.page] == nil { $0.connection.fired(.page) } },
        { if !$0.mayTake(.key) { $0.connection.resumed(ConnectionScript.resumption) } },
        { $0.connection.journalAdvanced(to: 0) },
        { $0.connection.roomCame() },
    ]

    @Test("what nobody asked for changes nothing", arguments: scripts)
    func strayInputs(script: ConnectionScript) {
        for moment in Self.moments(script) {
            for input in Self.inputs {
                var run = moment
                input(&run)
                run.proceed()
                run.finish()
                #expect(run.isComplete, "after \(moment.taken)")
            }
        }
    }

    @Test("what comes after the client's last byte, or after a refusal, is not taken in")
    func afterTheEnd() {
        let line = Array("{}\n".utf8)
        var run = ConnectionUnderTest(ConnectionScript("", [.list], endsInput: true))
        run.take(.input)
        run.connection.inputEnded()
        run.connection.received(line) { _ in 0 }
        run.connection.tooMuchIsUnfinished(bytesMax: 1)
        run.proceed()
        run.finish()
        #expect(run.isComplete)
        let endless = ConnectionScript.Ask.overlong(
            String(repeating: "x", count: 61), .lineTooLong(bytesMax: 60))
        var refused = ConnectionUnderTest(ConnectionScript("", [.list, endless]))
        refused.take(.input)
        refused.connection.received(line) { _ in 0 }
        refused.connection.inputEnded()
        refused.connection.tooMuchIsUnfinished(bytesMax: 1)
        refused.proceed()
        refused.finish()
        #expect(refused.isComplete)
    }
}
