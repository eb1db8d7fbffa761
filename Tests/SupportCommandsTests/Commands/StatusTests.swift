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

    @Test("contracts whose hours are near a limit are shown")
    func nearLimits() {
        let status = Self.status.replacing(
            #""trouble":["#, with: #""hours":[\#(Samples.nearLimit)],"trouble":["#)
        #expect(
            Run("status", result: status).output.contains(
                """

                hours near their limits
                CONTRACT  CLIENT  USED        THIS WEEK   USABLE    EXPIRES
                       3  acme    36h of 40h  20h of 20h  0m of 4h  2026-12-23

                next
                """))
    }

    @Test func aKeyThatIsNotThereIsShown() {
        let why = "the access data is closed: its key /k is not there"
        let answer = Self.status.dropLast() + #","access_closed":"\#(why)"}"#
        let lines = Run("status", result: String(answer)).output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("key ") && $0.hasSuffix(why) })
    }
}
