import Testing

struct TimeTests {
    private func reply(_ entry: String, dryRun: Bool, balance: Bool = true) -> String {
        let more = balance ? #","balance":\#(Samples.balance)"# : ""
        return #"{"entry":\#(entry),"dry_run":\#(dryRun)\#(more)}"#
    }

    @Test func addSaysHowItIsCoveredAndWhatIsLeft() {
        let run = Run("time", "add", "12", "2h30m", result: reply(Samples.entry, dryRun: false))
        #expect(
            run.output == """
                entry 41 booked: 2h30m on ticket 12, 2026-11-23, bugs
                  covered  2h from the package, 30m extra
                  after    granted 40h - used 12h30m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30

                """)
    }

    @Test func aDryRunSaysThatNothingWasChanged() {
        let answer = reply(Samples.entry, dryRun: true)
        let run = Run("time", "add", "12", "2h30m", "--dry-run", result: answer)
        #expect(run.output.hasPrefix("would book 2h30m on ticket 12, 2026-11-23, bugs\n"))
        #expect(run.output.hasSuffix("\nnothing was changed\n"))
        #expect(Run("time", "add", "12", "2h30m", "--dry-run", "-q", result: answer).output.isEmpty)
    }

    @Test(arguments: [
        (#""contract":3,"from_package":150,"extra":0,"emergency":false"#, "2h30m from the package"),
        (#""contract":3,"from_package":0,"extra":150,"emergency":false"#, "2h30m extra"),
        (#""emergency":false"#, "on demand, billed at its own rate"),
        (
            #""contract":3,"from_package":150,"extra":0,"emergency":true"#,
            "2h30m from the package; Level 1 work, which may pass the weekly limit"
        ),
        (
            #""contract":3,"from_package":150,"extra":0,"emergency":false,"agreed_by":"olena","#
                + #""reason":"launch\u0007""#,
            "2h30m from the package; olena agreed to pass the weekly limit: launch\\u{7}"
        ),
    ])
    func coverageIsToldInWords(members: String, text: String) {
        let entry =
            #"{"entry":41,"ticket":12,"date":"2026-11-23","minutes":150,"service":"bugs","#
            + #"\#(members),"booked_at":"2026-11-23T18:40:00.000Z","booked_by":"desk","version":5}"#
        let answer = reply(entry, dryRun: false, balance: false)
        #expect(
            Run("time", "add", "12", "2h30m", result: answer).output
                == "entry 41 booked: 2h30m on ticket 12, 2026-11-23, bugs\n  covered  \(text)\n")
    }

    @Test func voidSaysWhatIsLeft() {
        let run = Run(
            "time", "void", "41", "--reason", "r", result: reply(Samples.entry, dryRun: false))
        #expect(
            run.output.hasPrefix(
                "entry 41 voided: 2h30m on ticket 12, 2026-11-23, bugs\n  after  granted"))
        let dry = Run(
            "time", "void", "41", "--reason", "r", "--dry-run",
            result: reply(Samples.entry, dryRun: true, balance: false))
        #expect(
            dry.output == """
                entry 41 would be voided: 2h30m on ticket 12, 2026-11-23, bugs
                nothing was changed

                """)
    }

    @Test func listIsATable() {
        let voided = Samples.entry.replacing(
            #""extra":30,"#, with: #""extra":0,"void_reason":"wrong\nticket","#)
        let run = Run(
            "time", "list", result: #"{"entries":[\#(Samples.entry),\#(voided)],"more":true}"#)
        #expect(
            run.output == """
                ENTRY  TICKET  DATE         WORK  PACKAGE  EXTRA  SERVICE  BY          NOTE
                   41      12  2026-11-23  2h30m       2h    30m  bugs     alice:1000  found the lock
                   41      12  2026-11-23  2h30m       2h     0m  bugs     alice:1000  voided: wrong\\nticket

                """)
        #expect(
            run.errors == "only 2 entries are shown; see more with --limit, at most 10000\n")
    }

    @Test func explainNamesTheRules() {
        let answer =
            #"{"entry":\#(Samples.entry),"lines":[{"rule":"R10","text":"falls in cycle 2"},"#
            + #"{"rule":"R8","text":"30m beyond it"}]}"#
        #expect(
            Run("explain", "time", "41", result: answer).output == """
                entry 41: 2h30m on ticket 12, 2026-11-23, bugs
                RULE  WHY
                R10   falls in cycle 2
                R8    30m beyond it

                """)
    }
}
