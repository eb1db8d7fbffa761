import Testing

/// What people read of a clock that is in doubt.
struct ClockTests {
    private static let doubt =
        #"{"cause":"set-forward","since":"2026-11-25T09:00:00.000Z","#
        + #""jumped_to":"2027-11-25T09:00:00.000Z","days":365,"cycles":12,"expiring":28740}"#
    private static let doubtLines = """
        THE CLOCK IS IN DOUBT: it was set from 2026-11-25 09:00Z to 2027-11-25 09:00Z, 365 days forward
          nothing expires and no time is booked until it is set right or confirmed
          `supportc clock confirm` would close 12 cycles; 479h expire

        """

    @Test func showSaysTheDoubtFirst() {
        let run = Run(
            "clock", "show",
            result:
                #"{"now":"2027-11-25T09:00:00.000Z","test":false,"#
                + #""next_boundary":"2026-12-22T23:00:00.000Z","doubt":\#(Self.doubt)}"#)
        #expect(
            run.output == Self.doubtLines + """
                now            2027-11-25 09:00:00Z
                clock          the real clock
                next boundary  2026-12-22 23:00Z (337 d ago)

                """)
        #expect(run.code == 0)
    }

    @Test func statusSaysItBelowTheFirstLine() {
        let status = StatusTests.status.dropLast() + #","doubt":\#(Self.doubt)}"#
        let lines = Run("status", result: String(status)).output
        #expect(lines.hasPrefix("supportd 0.1.0, 2026-11-23 18:41:00Z\n" + Self.doubtLines))
    }

    @Test func aMoveOfTheTestClockSaysIt() {
        let run = Run(
            "clock", "advance", "365d", "--set",
            result: #"{"now":"2027-11-25T09:00:00.000Z","closed":0,"doubt":\#(Self.doubt)}"#)
        #expect(
            run.output == "it is 2027-11-25 09:00:00Z now; 0 cycles closed\n" + Self.doubtLines)
    }

    @Test func aLongGapHasItsOwnWords() {
        let gap =
            #"{"cause":"long-gap","since":"2026-09-25T09:00:00.000Z","#
            + #""jumped_to":"2026-11-25T09:00:00.000Z","days":61,"cycles":1,"expiring":0}"#
        let run = Run(
            "clock", "show",
            result: #"{"now":"2026-11-25T09:00:00.000Z","test":false,"doubt":\#(gap)}"#)
        #expect(
            run.output.hasPrefix(
                "THE CLOCK IS IN DOUBT: it showed 2026-11-25 09:00Z at the start, 61 days after "
                    + "2026-09-25 09:00Z, and nothing keeps it right\n"))
        #expect(run.output.contains("would close 1 cycle; 0m expire\n"))
    }

    private static let share = #"{"contract":3,"client":"acme","closed":12,"expired":28740}"#

    private static func reply(dryRun: Bool, contracts: String = share, more: Bool = false) -> String
    {
        #"{"now":"2027-11-25T09:00:00.000Z","closed":12,"expired":28740,"#
            + #""contracts":[\#(contracts)],"more":\#(more),"dry_run":\#(dryRun)}"#
    }

    @Test func aConfirmationSaysWhatClosed() {
        let run = Run("clock", "confirm", result: Self.reply(dryRun: false))
        #expect(
            run.output == """
                confirmed: it is 2027-11-25 09:00:00Z now; closed 12 cycles; 479h expire
                CONTRACT  CLIENT  CYCLES  EXPIRED
                       3  acme        12     479h

                """)
        #expect(run.errors.isEmpty)
        #expect(run.code == 0)
        #expect(Run("clock", "confirm", "-q", result: Self.reply(dryRun: false)).output == "3\n")
    }

    @Test func aDryRunSaysWhatWouldClose() {
        let run = Run("clock", "confirm", "--dry-run", result: Self.reply(dryRun: true, more: true))
        #expect(
            run.output == """
                if it is 2027-11-25 09:00:00Z now, confirming closes 12 cycles; 479h expire
                CONTRACT  CLIENT  CYCLES  EXPIRED
                       3  acme        12     479h
                nothing was changed

                """)
        #expect(run.errors == "only 1 contract shown\n")
        let none = Run("clock", "confirm", result: Self.reply(dryRun: false, contracts: ""))
        #expect(!none.output.contains("CONTRACT"))
        #expect(none.errors.isEmpty)
    }
}
