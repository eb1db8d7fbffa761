import Testing

/// `--dry-run` of verbs that have no words of their own for it.
struct DryRunTests {
    @Test func theFirstLineSaysThatNothingWasChanged() {
        let run = Run("ticket", "close", "12", "--dry-run", result: Samples.ticket)
        #expect(
            run.output == """
                dry run: nothing was changed; it would say:
                ticket 12 closed

                """)
        #expect(run.code == 0)
        let apply = #"{"contract":3,"changes":[]}"#
        #expect(
            Run("plan", "suggest", "3", "--apply", "--dry-run", result: apply).output
                .hasPrefix("dry run: nothing was changed; it would say:\ncontract 3"))
    }

    @Test func withoutItNothingOfThatIsSaid() {
        let run = Run("ticket", "close", "12", result: Samples.ticket)
        #expect(run.output == "ticket 12 closed\n")
    }

    @Test func programsGetTheReplyAsItIsAndNoNames() {
        let json = Run("ticket", "close", "12", "--dry-run", "--json", result: Samples.ticket)
        #expect(
            json.output == Run("ticket", "close", "12", "--json", result: Samples.ticket).output)
        #expect(json.output.hasPrefix(#"{"v":1,"ticket":12,"#))
        #expect(
            Run("ticket", "close", "12", "--dry-run", "-q", result: Samples.ticket).output == "")
    }
}
