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
                  after    granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30

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
        (
            #""contract":3,"from_package":20,"grouped":120,"grouped_from":3,"extra":10,"#
                + #""emergency":false"#,
            "20m from the package, 2h from cycle 3, grouped, 10m extra"
        ),
        (
            #""contract":3,"from_package":0,"grouped":150,"grouped_from":1,"extra":0,"#
                + #""emergency":false"#, "2h30m from cycle 1, grouped"
        ),
    ])
    func coverageIsShownInWords(members: String, text: String) {
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

    @Test("an entry that was rounded says what was worked; notices follow the booking")
    func roundingAndNotices() {
        let entry = Samples.entry.replacing(
            #""minutes":150,"#, with: #""minutes":150,"worked":140,"#)
        let answer =
            reply(entry, dryRun: false).dropLast()
            + #","notices":[{"notice":"most","used":1920,"available":2400,"usable":480,"#
            + #""text":"80 percent of the hours are used, 32h of 40h"}]}"#
        let output = Run("time", "add", "12", "2h20m", result: String(answer)).output
        #expect(
            output.hasPrefix(
                "entry 41 booked: 2h30m (2h20m worked) on ticket 12, 2026-11-23, bugs\n"))
        #expect(
            output.hasSuffix("\nnotice: 80 percent of the hours are used, 32h of 40h\n"))
    }

    private static let settlement =
        #"{"entry":41,"cycle":1,"expired":150,"settled":120,"expired_left":30,"extra":30,"#
        + #""rate":{"minor_units":4500,"currency":"EUR"},"#
        + #""amount":{"minor_units":2250,"currency":"EUR"},"statement_cycle":2}"#

    @Test("a late booking says what it is settled against, what it costs and where it shows")
    func late() {
        let answer =
            reply(Samples.entry, dryRun: false).dropLast()
            + #","settlement":\#(Self.settlement)}"#
        #expect(
            Run("time", "add", "12", "2h30m", "--late", "--reason", "r", result: String(answer))
                .output == """
                    entry 41 booked late: 2h30m on ticket 12, 2026-11-23, bugs
                      covered  2h from the 2h30m that expired with cycle 1, of which 30m are left; 30m extra
                      costs    30m extra at 45.00 EUR an hour = 22.50 EUR
                      shown    as an adjustment on the statement of cycle 2, which is open; that of cycle 1 stays as it is
                      after    granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; room this week 7h30m, more from Monday 2026-11-30

                    """)
    }

    @Test("a late void says what comes back")
    func lateVoid() {
        let settlement = Self.settlement.replacing(#""settled":120"#, with: #""settled":-120"#)
            .replacing(#""extra":30"#, with: #""extra":-30"#)
            .replacing(#""minor_units":2250"#, with: #""minor_units":-2250"#)
            .replacing(#""expired_left":30"#, with: #""expired_left":270"#)
            .replacing(#","statement_cycle":2"#, with: "")
        let answer =
            reply(Samples.entry, dryRun: true, balance: false).dropLast()
            + #","settlement":\#(settlement)}"#
        #expect(
            Run(
                "time", "void", "41", "--late", "--reason", "r", "--dry-run",
                result: String(answer)
            ).output == """
                entry 41 would be voided late: 2h30m on ticket 12, 2026-11-23, bugs
                  settled  2h go back to the hours that expired with cycle 1; 4h30m of them are left
                  credit   -30m extra at 45.00 EUR an hour = -22.50 EUR
                  shown    as an adjustment on the statement of the next cycle; that of cycle 1 stays as it is
                nothing was changed

                """)
    }

    @Test("the list has a column for grouped minutes where there are any, and marks late entries")
    func groupedAndLateInTheList() {
        let grouped = Samples.entry.replacing(
            #""from_package":120,"#, with: #""from_package":0,"grouped":120,"grouped_from":3,"#)
        let late = Samples.entry.replacing(
            #""emergency":false"#, with: #""emergency":false,"late_reason":"it was forgotten""#)
        let run = Run(
            "time", "list", result: #"{"entries":[\#(grouped),\#(late)],"more":false}"#)
        #expect(
            run.output == """
                ENTRY  TICKET  DATE         WORK  PACKAGE  GROUPED  EXTRA  SERVICE  BY          NOTE
                   41      12  2026-11-23  2h30m       0m       2h    30m  bugs     alice:1000  found the lock
                   41      12  2026-11-23  2h30m       2h             30m  bugs     alice:1000  late: it was forgotten; found the lock

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
        let replaced = voided.replacing(
            #""void_reason":"#, with: #""replaced_by":42,"void_reason":"#)
        let corrected = Run("time", "list", result: #"{"entries":[\#(replaced)],"more":false}"#)
        #expect(corrected.output.contains("  replaced by 42: wrong"), "\(corrected.output)")
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

/// What a booking does to the extra hours of others stands in its answer, with the price.
struct OtherWorkLineTests {
    @Test(arguments: [
        (
            #","others":300,"others_amount":{"minor_units":22500,"currency":"EUR"}"#,
            "  others   5h of other work become extra: 225.00 EUR\n"
        ),
        (
            #","others":-300,"others_amount":{"minor_units":-22500,"currency":"EUR"}"#,
            "  others   5h of other work are covered now: -225.00 EUR\n"
        ),
    ])
    func aChangeForOthersIsReported(members: String, line: String) {
        let answer = #"{"entry":\#(Samples.entry),"dry_run":false\#(members)}"#
        let run = Run("time", "add", "12", "2h30m", result: answer)
        #expect(run.output.contains(line))
    }
}
