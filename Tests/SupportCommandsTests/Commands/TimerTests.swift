import Testing

/// What is said of timers.
struct TimerTests {
    private static let settlement =
        #"{"entry":40,"cycle":1,"expired":150,"settled":60,"expired_left":90,"extra":0,"#
        + #""rate":{"minor_units":4500,"currency":"EUR"},"#
        + #""amount":{"minor_units":0,"currency":"EUR"},"statement_cycle":2}"#

    private static let lateEntry = Samples.entry
        .replacing(#""entry":41"#, with: #""entry":40"#)
        .replacing(
            #""cycle":2,"date":"2026-11-23","minutes":150"#,
            with: #""cycle":1,"date":"2026-11-22","minutes":60"#
        )
        .replacing(#""from_package":120,"extra":30"#, with: #""from_package":60,"extra":0"#)
        .replacing(
            #""emergency":false"#,
            with: #""emergency":false,"late_reason":"the timer ran over the end of cycle 1""#)

    private func reply(dryRun: Bool = false, discarded: Bool = false) -> String {
        let booked =
            discarded
            ? #""minutes":0,"discarded":true,"dry_run":\#(dryRun),"entries":[]"#
            : #""minutes":210,"discarded":false,"dry_run":\#(dryRun),"#
                + #""entries":[\#(Self.lateEntry),\#(Samples.entry)],"#
                + #""settlements":[\#(Self.settlement)],"balance":\#(Samples.balance),"#
                + #""notices":[{"notice":"half","used":1200,"available":2400,"usable":1200,"#
                + #""text":"50 percent of the hours are used, 20h of 40h"}]"#
        return #"{"ticket":12,"started_at":"2026-11-22T22:00:00.000Z",\#(booked)}"#
    }

    @Test func startSaysWhenAndWhoPays() {
        let run = Run("time", "start", "12", result: Samples.timer)
        #expect(
            run.output == "timer started on ticket 12, on contract 3, at 2026-11-23 17:10:00Z\n")
        #expect(Run("time", "start", "12", "-q", result: Samples.timer).output == "12\n")
    }

    @Test("a stop shows each day's entry, what is late, and what is left")
    func stop() {
        #expect(
            Run("time", "stop", result: reply()).output == """
                timer on ticket 12, started at 2026-11-22 22:00:00Z, stopped after 3h30m
                entry 40 booked late: 1h on ticket 12, 2026-11-22, bugs
                  covered  1h from the 2h30m that expired with cycle 1, of which 1h30m are left
                  late     the timer ran over the end of cycle 1
                  shown    as an adjustment on the statement of cycle 2, which is open; that of cycle 1 stays as it is
                entry 41 booked: 2h30m on ticket 12, 2026-11-23, bugs
                  covered  2h from the package, 30m extra
                  after    granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30
                notice: 50 percent of the hours are used, 20h of 40h

                """)
        #expect(Run("time", "stop", "-q", result: reply()).output == "40\n41\n")
    }

    @Test("a dry run leaves it running; a discard books nothing")
    func dryRunAndDiscard() {
        let dry = Run("time", "stop", "--dry-run", result: reply(dryRun: true)).output
        #expect(
            dry.hasPrefix(
                "timer on ticket 12, started at 2026-11-22 22:00:00Z, would stop after 3h30m\n"
                    + "would book late 1h on ticket 12"))
        #expect(dry.hasSuffix("\nnothing was changed\n"))
        #expect(Run("time", "stop", "--dry-run", "-q", result: reply(dryRun: true)).output.isEmpty)
        #expect(
            Run("time", "stop", "--discard", result: reply(discarded: true)).output
                == "timer on ticket 12, started at 2026-11-22 22:00:00Z, "
                + "discarded, nothing booked\n")
    }

    @Test("running timers stand above the entries of a list")
    func list() {
        let answer = #"{"entries":[\#(Samples.entry)],"more":false,"timers":[\#(Samples.timer)]}"#
        #expect(
            Run("time", "list", result: answer).output == """
                RUNNING     TICKET  CLIENT  SINCE               WORK  SERVICE  NOTE
                alice:1000      12  acme    2026-11-23 17:10Z  1h31m  bugs     found the lock

                ENTRY  TICKET  DATE         WORK  PACKAGE  EXTRA  SERVICE  BY          NOTE
                   41      12  2026-11-23  2h30m       2h    30m  bugs     alice:1000  found the lock

                """)
        #expect(Run("time", "list", "-q", result: answer).output == "41\n")
    }
}
