import Foundation
import SupportClient
import SupportCommands
import Testing

struct StatusTests {
    static let status =
        #"{"release":"0.1.0","seq":55,"now":"2026-11-23T18:41:00.000Z","#
        + #""started_at":"2026-11-21T08:00:00.000Z","test_clock":false,"storage":"ok","#
        + #""worker":{"connected":true,"since":"2026-11-23T18:32:54.000Z"},"worker_load":{"monitors":9,"running":12,"waiting":3,"#
        + #""late_milliseconds":0},"clients":2,"active_contracts":1,"live_tickets":{"1":1,"4":1},"#
        + #""monitors":{"up":1,"down":1},"next_boundary":"2026-12-22T23:00:00.000Z","#
        + #""next":[\#(Samples.place)],"trouble":[\#(Samples.monitor)]}"#

    @Test func isOneScreen() {
        #expect(
            Run("status", result: Self.status).output == """
                supportd 0.1.0, 2026-11-23 18:41:00Z
                running        since 2026-11-21 08:00Z (2 d ago)
                storage        ok, record 55
                worker         connected since 2026-11-23 18:32Z (8 min ago), 12 probes running now, 3 waiting
                clients        2, 1 active contract
                next boundary  2026-12-22 23:00Z (in 29 d)
                tickets        2 open: 1 at level 1, 1 at level 4
                monitors       2 in all: 1 up, 1 down

                trouble
                MONITOR    STATE  SINCE       CLIENT  LEVEL  TICKET  CHECK                      DETAIL
                acme-shop  down   10 min ago  acme        1      12  https://shop.example.com/  HTTP 503 in 24 ms

                next
                RANK  TICKET  LEVEL  CLIENT  ASSIGNEE  REASON                           SUBJECT
                   1      12      1  acme    olena     package, level 1, waiting 8 min  Checkout fails with 500

                """)
        #expect(Run("status", "-q", result: Self.status).output == "12\n")
        #expect(Run("status", "--json", result: Self.status).output.hasPrefix(#"{"v":1,"release""#))
    }

    @Test("timers that run are shown")
    func timers() {
        let status = Self.status.replacing(
            #""trouble":["#, with: #""timers":[\#(Samples.timer)],"trouble":["#)
        #expect(
            Run("status", result: status).output.contains(
                """

                timers
                RUNNING     TICKET  CLIENT  SINCE               WORK  SERVICE  NOTE
                alice:1000      12  acme    2026-11-23 17:10Z  1h31m  bugs     found the lock

                next
                """))
    }

    @Test("what the last check of the journal found is shown")
    func verified() {
        let at = #""at":"2026-11-23T18:00:00.000Z","through":54"#
        let whole = Self.status.dropLast() + #","verified":{\#(at)}}"#
        #expect(
            Run("status", result: String(whole)).output.contains(
                """
                storage        ok, record 55
                verified       2026-11-23 18:00Z (41 min ago), whole through record 54
                worker         connected since 2026-11-23 18:32Z (8 min ago)
                """))
        let damaged =
            Self.status.dropLast()
            + #","verified":{\#(at),"problem":"f at byte 512","damaged":true}}"#
        #expect(
            Run("status", result: String(damaged)).output.contains(
                "verified       2026-11-23 18:00Z (41 min ago), f at byte 512\n"))
    }

    @Test func anEmptyDeskSaysSo() {
        let empty =
            #"{"release":"0.1.0","seq":0,"now":"2026-11-23T18:41:00.000Z","#
            + #""started_at":"2026-11-23T18:41:00.000Z","test_clock":true,"storage":"disk full","#
            + #""worker":{"connected":false,"since":"2026-11-23T18:40:00.000Z","note":"it hung"},"clients":0,"active_contracts":0,"live_tickets":{},"#
            + #""monitors":{},"next":[],"trouble":[]}"#
        #expect(
            Run("status", result: empty).output == """
                supportd 0.1.0, 2026-11-23 18:41:00Z
                running   since 2026-11-23 18:41Z (now)
                clock     a test clock
                storage   disk full, record 0
                worker    not connected since 2026-11-23 18:40Z (1 min ago), it hung
                clients   0, 0 active contracts
                tickets   none
                monitors  none

                """)
    }

    @Test(
        "a connected worker is drawn as good, a silent one as a warning, none as bad",
        arguments: [
            (#"{"connected":true,"since":"2026-11-23T18:32:54.000Z"}"#, 32),
            (#"{"connected":true,"since":"2026-11-23T18:32:54.000Z","silent_seconds":9}"#, 33),
            (#"{"connected":false}"#, 31),
        ])
    func workerColour(worker: String, colour: Int) {
        let status = Self.status.replacing(
            #"{"connected":true,"since":"2026-11-23T18:32:54.000Z"}"#, with: worker)
        let run = Run("status", result: status) { $0.outputIsTerminal = true }
        let words = worker.contains("false") ? "not connected" : "connected since"
        #expect(run.output.contains("\u{1B}[\(colour)m\(words)"), "\(run.output)")
        #expect(run.output.contains(", silent for 9 s") == worker.contains("silent"))
    }

    @Test func liveNeedsATerminal() {
        let run = Run("status", "--live")
        #expect(run.said == "supportc: --live needs a terminal; `supportc status` prints once\n")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test func liveDrawsOverTheLastScreen() {
        let run = Run(
            ["status", "--live"],
            desk: FakeDesk { line, _ in
                line.contains(#""id":3"#)
                    ? .error(#"{"code":8,"message":"shutting down","data":{"error":"e"}}"#)
                    : .result(Self.status)
            }
        ) { $0.outputIsTerminal = true }
        let screens = run.output.components(separatedBy: "\u{1B}[H").dropFirst()
        #expect(screens.count == 2)
        #expect(screens.allSatisfy { $0.hasSuffix("\u{1B}[J") })
        #expect(screens.first?.contains("monitors") ?? false)
        #expect(run.code == 8)
    }

    @Test(
        "the live screen fits its window",
        arguments: [(60, 12), (40, 8), (30, 3), (80, 24), (10, 1)])
    func liveFitsItsWindow(columns: Int, rows: Int) {
        let desk = FakeDesk { line, _ in
            line.contains(#""id":2"#)
                ? .error(#"{"code":8,"message":"shutting down","data":{"error":"e"}}"#)
                : .result(Self.status)
        }
        let run = Run(["status", "--live"], desk: desk) {
            $0.outputIsTerminal = true
            $0.environment["NO_COLOR"] = "1"
            $0.outputWindow = Window(columns: columns, rows: rows)
        }
        let text = run.output.replacing("\u{1B}[H", with: "").replacing("\u{1B}[J", with: "")
        let lines = text.split(separator: "\u{1B}[K\n", omittingEmptySubsequences: false)
        // The cursor stands on the last, which is empty.
        #expect(lines.count <= rows && lines.last == "")
        #expect(lines.allSatisfy { DisplayWidth.columns(of: String($0)) <= columns }, "\(lines)")
        let isWhole = lines.contains { $0.hasPrefix("RANK") || $0.hasPrefix("TICKET") }
        #expect(text.contains("more lines") != isWhole || rows < 3)
        #expect(isWhole == (rows == 24))
    }

    @Test func aKeyThatIsNotThereIsShown() {
        let why = "the access data is closed: its key /k is not there"
        let answer = Self.status.dropLast() + #","access_closed":"\#(why)"}"#
        let lines = Run("status", result: String(answer)).output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("key ") && $0.hasSuffix(why) })
    }
}
