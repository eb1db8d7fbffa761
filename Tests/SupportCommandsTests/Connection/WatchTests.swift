import Testing

/// The stream of records goes on across lost connections, without gaps and without repeats.
struct WatchTests {
    private static func event(_ seq: Int) -> String {
        #"{"jsonrpc":"2.0","method":"events.record","params":\#(Samples.record(seq))}"#
    }

    private static func begun(_ since: Int) -> String {
        #"{"jsonrpc":"2.0","id":1,"seq":\#(since),"result":{"since":\#(since)}}"#
    }

    private static func asked(_ params: String) -> String {
        #"{"jsonrpc":"2.0","id":1,"method":"events.watch","params":\#(params)}"#
    }

    /// A desk whose first two connections break and whose third speaks another protocol error,
    /// which ends the watch.
    private static func desk(from since: Int) -> FakeDesk {
        FakeDesk { line, connection in
            switch connection {
            case 1: .linesThenClose([begun(since), event(since + 1), event(since + 2)])
            case 2: .linesThenClose([begun(since + 2), event(since + 2), event(since + 3)])
            default: .error(#"{"code":7,"message":"no more","data":{"error":"not-permitted"}}"#)
            }
        }
    }

    @Test func goesOnAfterTheLastRecordSeen() {
        let run = Run(["watch", "-q"], desk: Self.desk(from: 7))
        #expect(run.output == "8\n9\n10\n")
        #expect(
            run.sent == [
                Self.asked("{}"), Self.asked(#"{"since":9}"#), Self.asked(#"{"since":10}"#),
            ])
        #expect(run.code == 7)
    }

    @Test func beginsWhereAsked() {
        let run = Run(["watch", "--since", "0", "-q"], desk: Self.desk(from: 0))
        #expect(run.output == "1\n2\n3\n")
        #expect(run.sent.first == Self.asked(#"{"since":0}"#))
    }

    @Test func aConnectionThatBreaksBeforeTheFirstRecordLosesNothing() {
        let desk = FakeDesk { _, connection in
            switch connection {
            case 1: .linesThenClose([Self.begun(7)])
            case 2: .linesThenClose([Self.begun(7), Self.event(8)])
            default: .error(#"{"code":7,"message":"no more","data":{"error":"not-permitted"}}"#)
            }
        }
        let run = Run(["watch", "-q"], desk: desk)
        #expect(run.output == "8\n")
        #expect(run.sent.prefix(2) == [Self.asked("{}"), Self.asked(#"{"since":7}"#)])
    }

    @Test func aWatcherThatLaggedBeginsAgain() {
        let desk = FakeDesk { _, connection in
            switch connection {
            case 1:
                .lines([
                    Self.begun(7), Self.event(8),
                    #"{"jsonrpc":"2.0","method":"events.lagged","params":{}}"#, Self.event(20),
                ])
            default: .error(#"{"code":7,"message":"no more","data":{"error":"not-permitted"}}"#)
            }
        }
        let run = Run(["watch", "-q"], desk: desk)
        #expect(run.output == "8\n")
        #expect(run.sent.last == Self.asked(#"{"since":8}"#))
    }

    @Test func aDeskThatSaysWhyItEndsIsNotAskedAgain() {
        let desk = FakeDesk { _, _ in
            .linesThenClose([
                Self.begun(7), Self.event(8),
                #"{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"damaged at 9","data":"#
                    + #"{"error":"journal-damaged"}}}"#,
            ])
        }
        let run = Run(["watch", "-q"], desk: desk)
        #expect(run.output == "8\n")
        #expect(run.errors.hasPrefix("supportc: damaged at 9"))
        #expect(run.code == 1)
        #expect(run.sent.count == 1)
    }

    @Test("what is chosen is asked of the desk, and what was passed over is not asked for again")
    func chosen() {
        let passed = #"{"jsonrpc":"2.0","method":"events.passed","params":{"seq":300}}"#
        let desk = FakeDesk { _, connection in
            switch connection {
            case 1: .linesThenClose([Self.begun(7), Self.event(8), passed])
            default: .error(#"{"code":7,"message":"no more","data":{"error":"not-permitted"}}"#)
            }
        }
        let words =
            "watch -q --type ticket --ticket 12 --client acme --contract 3 --monitor shop "
            + "--level 1 --level 2 --assignee me --staff olena"
        let run = Run(words.split(separator: " ").map(String.init), desk: desk)
        let rest =
            #""type":"ticket","ticket":12,"client":"acme","contract":"3","monitor":"shop","#
            + #""level":[1,2],"assignee":"me","staff":"olena"}"#
        #expect(run.sent == [Self.asked("{\(rest)"), Self.asked(#"{"since":300,\#(rest)"#)])
        #expect(run.output == "8\n")
    }

    @Test func printsALineAnEventOrADocumentARecord() {
        #expect(
            Run(["watch"], desk: Self.desk(from: 7)).output == """
                2026-11-23 18:32:54Z  8  alice:1000  ticket 8 opened
                2026-11-23 18:32:54Z  9  alice:1000  ticket 9 opened
                2026-11-23 18:32:54Z  10  alice:1000  ticket 10 opened

                """)
        let lines = Run(["watch", "--json"], desk: Self.desk(from: 7)) {
            $0.outputIsTerminal = true
        }.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix(#"{"v":1,"seq":8,"at":"2026-11-23T18:32:54.000Z""#) ?? false)
    }

    @Test("standard error says when the desk is away and when it is back")
    func awayAndBack() {
        let run = Run(["watch", "-q", "--count", "3"], desk: Self.desk(from: 7))
        #expect(
            run.errors == """
                supportc: the desk is away; it is tried again every second
                supportc: the desk is back; going on after record 9

                """)
        #expect(run.output == "8\n9\n10\n")
        #expect(run.code == 0)
    }

    @Test("a watch ends after so many records", arguments: [1, 2])
    func count(count: Int) {
        let run = Run(["watch", "-q", "--count", "\(count)"], desk: Self.desk(from: 7))
        #expect(run.output == ["8\n", "8\n9\n"][count - 1])
        #expect(run.code == 0 && run.errors.isEmpty && run.sent.count == 1)
    }

    @Test("a watch ends after so long", arguments: [[], ["--count", "9"]])
    func length(more: [String]) {
        let desk = FakeDesk { _, _ in .lines([Self.begun(7), Self.event(8)]) }
        let run = Run(["watch", "-q", "--for", "50ms"] + more, desk: desk)
        #expect(run.output == "8\n" && run.code == 0 && run.errors.isEmpty)
    }

    @Test("a watch ends in time while the desk is away, before --timeout gives it up")
    func lengthWhileAway() {
        let desk = FakeDesk { _, _ in .linesThenClose([Self.begun(7), Self.event(8)]) }
        let console = FakeConsole()
        console.environment["SUPPORTD_SOCKET"] = desk.path
        console.onPause = { desk.stop() }
        let code = console.run(["watch", "-q", "--for", "50ms", "--timeout", "1h"])
        #expect(code == 0)
        #expect(console.output == "8\n")
        #expect(console.errors == "supportc: the desk is away; it is tried again every second\n")
        #expect(console.pauses.allSatisfy { $0 <= .milliseconds(50) })
    }

    @Test("a desk that is back but silent does not hold a watch beyond its end")
    func lengthWhileSilent() {
        let desk = FakeDesk { _, connection in
            connection == 1 ? .linesThenClose([Self.begun(7)]) : .silence
        }
        let run = Run(["watch", "-q", "--for", "50ms", "--timeout", "1h"], desk: desk)
        #expect(run.code == 0 && run.output.isEmpty)
    }

    @Test(
        "a watch begins where a log does",
        arguments: [
            (#"{"records":[\#(Samples.record(5))]}"#, 4), (#"{"records":[]}"#, 7),
        ] as [(String, Int)])
    func beginsAtAMoment(log: String, since: Int) {
        let desk = FakeDesk { line, _ in
            line.contains("log.list") ? .result(log) : .lines([Self.begun(since), Self.event(8)])
        }
        let run = Run(["watch", "-q", "--since", "2h", "--count", "1"], desk: desk)
        #expect(run.output == "8\n", "\(run.errors)")
        #expect(run.sent.first?.contains(#""params":{"within":7200000,"limit":1}"#) ?? false)
        #expect(run.sent.last == Self.asked(#"{"since":\#(since)}"#))
    }

    @Test(
        "what is no beginning, span or number is an error of ours",
        arguments: [
            (
                ["--since", "x"],
                "--since: x is not a beginning of the log; write a record's number"
            ),
            (["--for", "x"], "--for: x is not a span of time; write one such as"),
            (["--count", "0"], "--count: 0 is not a whole number; write one from 1 to 1000000000"),
            (["--count", "1000000001"], "--count: 1000000001 is not a whole number"),
        ])
    func refused(arguments: [String], words: String) {
        let run = Run(["watch"] + arguments, desk: Self.desk(from: 7))
        #expect(run.said.hasPrefix("supportc: \(words)"), "\(run.errors)")
        #expect(run.code == 2 && run.sent.isEmpty)
    }

    @Test func verifyTakesARecordsNumber() {
        let run = Run("verify", "--since", "x")
        #expect(
            run.errors == """
                supportc: --since: x is not a record's number
                  -> write one such as 1200

                """)
        #expect(run.code == 2)
        #expect(Run("verify", "--since", "12").params == #"{"since":12}"#)
    }

    @Test func aFirstConnectionIsNotTriedAgain() {
        let run = Run("watch", "--socket", "/nowhere/desk.sock")
        #expect(run.code == 5)
    }

    @Test func aDeskThatStaysAwayIsUnreachable() {
        let desk = FakeDesk { _, _ in .linesThenClose([Self.begun(7)]) }
        let console = FakeConsole()
        console.environment["SUPPORTD_SOCKET"] = desk.path
        console.onPause = { desk.stop() }
        let code = console.run(["watch", "-q", "--timeout", "30ms"])
        #expect(code == 5)
        #expect(console.errors.contains("cannot be reached"))
        #expect(!console.pauses.isEmpty)
        #expect(console.pauses.allSatisfy { $0 <= .seconds(1) })
    }
}
