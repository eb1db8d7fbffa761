import SupportClient
import SupportModel
import Testing

/// Times as people read them: in their own zone, with how long ago that is.
struct ReaderTimeTests {
    private static let berlin = ReaderZone { instant in
        instant < Instant("2026-10-25T01:00:00Z") ?? .latest
            ? ReaderZone.Offset(seconds: 7200, abbreviation: "CEST")
            : ReaderZone.Offset(seconds: 3600, abbreviation: "CET")
    }

    private func run(
        _ arguments: String..., result: String, now: String? = nil, in zone: ReaderZone = berlin
    ) -> Run {
        let greeting = now.map { FakeDesk.greeting(at: $0) } ?? FakeDesk.greeting
        return Run(arguments, desk: FakeDesk(greeting: greeting) { _, _ in .result(result) }) {
            $0.readerZone = zone
        }
    }

    @Test("a time is in the reader's zone and names it")
    func zone() {
        let shown = run(
            "ticket", "show", "12",
            result: #"{"ticket":\#(Samples.ticket),"body":"","history":[],"entries":[]}"#)
        #expect(shown.output.contains("opened    2026-11-23 19:32 CET by alice:1000\n"))
        let list = run("ticket", "list", result: #"{"tickets":[\#(Samples.ticket)],"more":false}"#)
        #expect(list.output.contains("  2026-11-23 19:32 CET  "))
    }

    @Test("a rule that calls another time UTC is told apart from UTC")
    func misnamed() throws {
        let noon = try #require(Instant("2026-11-23T12:00:00Z"))
        func text(_ seconds: Int) -> String {
            ReaderZone { _ in .init(seconds: seconds, abbreviation: "UTC") }
                .text(noon, seconds: false)
        }
        #expect(text(0) == "2026-11-23 12:00Z")
        #expect(text(7200) == "2026-11-23 14:00 +02:00")
        #expect(text(-12_600) == "2026-11-23 08:30 -03:30")
    }

    @Test("a day begins at its midnight, or with its first instant where that is left out")
    func midnight() throws {
        // In Santiago the clock is set from 00:00 to 01:00.
        let change = try #require(Instant("2026-09-06T04:00:00Z"))
        let zone = ReaderZone { instant in
            .init(seconds: instant < change ? -14_400 : -10_800, abbreviation: "-03")
        }
        func begins(_ date: String) throws -> Instant? {
            zone.midnight(of: try #require(CivilDate(date)))
        }
        #expect(try begins("2026-09-05") == Instant("2026-09-05T04:00:00Z"))
        #expect(try begins("2026-09-06") == change)
        #expect(try begins("2026-09-07") == Instant("2026-09-07T03:00:00Z"))
        #expect(zone.date(at: change) == CivilDate("2026-09-06"))
    }

    @Test("the same hour before and after the clocks are set back is told apart")
    func clockChange() {
        let before = Samples.ticket.replacing("2026-11-23T18:32:54", with: "2026-10-25T00:30:00")
        let after = before.replacing("T00:30", with: "T01:30")
        let list = run(
            "ticket", "list", result: #"{"tickets":[\#(before),\#(after)],"more":false}"#)
        #expect(list.output.contains("  2026-10-25 02:30 CEST  "))
        #expect(list.output.contains("  2026-10-25 02:30 CET   "))
    }

    @Test(
        "how long ago is said in one unit, by the desk's clock",
        arguments: [
            ("2026-11-23T18:30:10.000Z", "now"), ("2026-11-23T18:31:09.000Z", "59 s ago"),
            ("2026-11-23T18:31:10.000Z", "1 min ago"), ("2026-11-23T19:30:09.000Z", "59 min ago"),
            ("2026-11-23T19:30:10.000Z", "1 h ago"), ("2026-11-25T18:30:09.000Z", "47 h ago"),
            ("2026-11-25T18:30:10.000Z", "2 d ago"), ("2026-12-21T20:30:10.000Z", "28 d ago"),
            ("2026-11-23T16:30:10.000Z", "in 2 h"),
        ])
    func distance(now: String, words: String) {
        let shown = run("monitor", "show", "acme-shop", result: Samples.monitor, now: now)
        #expect(shown.output.contains("since       2026-11-23 19:30:10 CET (\(words))\n"))
        let list = run("monitor", "list", result: #"{"monitors":[\#(Samples.monitor)]}"#, now: now)
        #expect(list.output.contains("  down   \(words)  "))
    }

    @Test("an older desk does not say what time it is, and then it is left out")
    func olderDesk() {
        let shown = run("monitor", "show", "acme-shop", result: Samples.monitor)
        #expect(shown.output.contains("since       2026-11-23 19:30:10 CET\n"))
        let list = run("monitor", "list", result: #"{"monitors":[\#(Samples.monitor)]}"#)
        #expect(list.output.contains("  down   2026-11-23 19:30 CET  "))
    }

    @Test("programs get UTC")
    func programs() {
        let run = run("monitor", "show", "acme-shop", "--json", result: Samples.monitor)
        #expect(run.output.contains(#""since":"2026-11-23T18:30:10.000Z""#))
        let clock = #"{"now":"2026-11-23T18:30:10.000Z","test":false}"#
        #expect(
            self.run("clock", "show", "-q", result: clock).output == "2026-11-23T18:30:10.000Z\n")
        #expect(
            self.run("clock", "show", result: clock).output.hasPrefix(
                "now    2026-11-23 19:30:10 CET\n"))
    }

    @Test("a zone that is none is told once, where a time is shown, and is UTC")
    func wrongZone() {
        let zone = ReaderZone(trouble: "TZ is X/Y, which is no time zone; times are in UTC") { _ in
            ReaderZone.Offset(seconds: 0, abbreviation: "UTC")
        }
        let shown = run("monitor", "show", "acme-shop", result: Samples.monitor, in: zone)
        #expect(shown.output.contains("2026-11-23 18:30:10Z"))
        #expect(
            shown.errors == "supportc: TZ is X/Y, which is no time zone; times are in UTC\n")
        #expect(
            run("staff", "list", result: #"{"staff":[\#(Samples.staff)]}"#, in: zone).errors == "")
        #expect(
            run("monitor", "show", "a", "--json", result: Samples.monitor, in: zone).errors == "")
    }
}
