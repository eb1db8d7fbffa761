import Testing

struct LogTests {
    private static func page(_ seqs: ClosedRange<Int>, next: Int? = nil) -> String {
        let records = seqs.map(Samples.record).joined(separator: ",")
        return #"{"records":[\#(records)]\#(next.map { #","next":\#($0)"# } ?? "")}"#
    }

    private static func desk() -> FakeDesk {
        FakeDesk { line, _ in
            if line.contains(#""since":8"#) { return .result(page(9...10, next: 10)) }
            if line.contains(#""since":10"#) { return .result(page(11...12)) }
            return .result(page(7...8, next: 8))
        }
    }

    @Test func aLineAnEvent() {
        #expect(
            Run("log", result: Self.page(5...6)).output == """
                2026-11-23 18:32:54Z  5  alice:1000  ticket 5 opened
                2026-11-23 18:32:54Z  6  alice:1000  ticket 6 opened

                """)
    }

    @Test(
        "a line says who by the name of the staff, whose it is, the note and the subject, in columns"
    )
    func whoAndWhat() {
        let noted = Samples.record(5).replacing(
            #""summary":"ticket 5 opened","#,
            with:
                #""summary":"ticket 5 noted","client":"acme","ticket":5,"subject":"Shop is down","#
                + #""note":"call Ann,","#
        ).replacing(#""by":"#, with: #""staff":"al","by":"#)
        let opened = Samples.record(16).replacing(
            #""summary":"ticket 16 opened","#,
            with: #""summary":"ticket 16 opened for boot-shop: Cart","client":"boot-shop","#
                + #""ticket":16,"subject":"Cart","#)
        let desk = Samples.record(17).replacing("alice:1000", with: "desk")
        #expect(
            Run("log", result: #"{"records":[\#([noted, opened, desk].joined(separator: ","))]}"#)
                .output == """
                    2026-11-23 18:32:54Z   5  al          acme       ticket 5 noted: call Ann,  (Shop is down)
                    2026-11-23 18:32:54Z  16  alice:1000  boot-shop  ticket 16 opened for boot-shop: Cart
                    2026-11-23 18:32:54Z  17  desk                   ticket 17 opened

                    """)
    }

    @Test(
        "a day is counted from the desk's, and its midnight is that of UTC",
        arguments: [
            ("yesterday", "2026-11-22"), ("today", "2026-11-23"), ("Monday", "2026-11-23"),
            ("sunday", "2026-11-22"), ("-2d", "2026-11-21"),
        ])
    func day(text: String, date: String) {
        let desk = FakeDesk { line, _ in
            line.contains("clock.show")
                ? .result(#"{"now":"2026-11-23T18:32:54.000Z","test":false}"#)
                : .result(Self.page(5...6))
        }
        let run = Run(["log", "--since", text, "-q"], desk: desk)
        #expect(run.output == "5\n6\n", "\(run.errors)")
        #expect(
            run.sent.last?.contains(#""params":{"from":"\#(date)T00:00:00.000Z","limit":1000}"#)
                ?? false, "\(run.sent)")
    }

    @Test func followsPagesToTheEnd() {
        let run = Run(["log", "--since", "6", "-q"], desk: Self.desk())
        #expect(run.output == "7\n8\n9\n10\n11\n12\n")
        #expect(run.sent.count == 3)
    }

    @Test(
        "the log begins after a record, at a moment, or so long ago",
        arguments: [
            ("6", #""since":6"#), ("2026-11-23", #""from":"2026-11-23T00:00:00.000Z""#),
            ("2026-11-23T09:30:00Z", #""from":"2026-11-23T09:30:00.000Z""#),
            ("2h", #""within":7200000"#), ("1d12h", #""within":129600000"#),
        ])
    func since(text: String, parameter: String) {
        let run = Run("log", "--since", text, result: Self.page(5...6))
        #expect(run.params == "{\(parameter),\"limit\":1000}", "\(run.errors)")
    }

    @Test(arguments: ["2026-11-31", "tomorrow", "-2h", "0s", "2 h", "", "1.5"])
    func noBeginning(text: String) {
        let run = Run("log", "--since", text, result: Self.page(5...6))
        #expect(run.errors.hasPrefix("supportc: --since: "), "\(run.errors)")
        #expect(run.said.contains("is not a beginning of the log; write a record's number"))
        #expect(run.code == 2 && run.sent.isEmpty)
    }

    @Test func keepsTheNewestOfAllPages() {
        let run = Run(["log", "--last", "3", "-q"], desk: Self.desk())
        #expect(run.output == "10\n11\n12\n")
    }

    @Test func pagesAreOneDocument() {
        let run = Run(["log", "--since", "6", "--json"], desk: Self.desk())
        let records = (7...12).map(Samples.record).joined(separator: ",")
        #expect(run.output == #"{"v":1,"records":[\#(records)]}"# + "\n")
    }

    @Test func aPageThatDoesNotGoOnEndsIt() {
        let run = Run(
            ["log", "--since", "8", "-q"], desk: FakeDesk(result: Self.page(8...8, next: 8)))
        #expect(run.output == "8\n")
        #expect(run.sent.count == 1)
    }

    @Test("records that cannot be read are named on standard error, and in the document")
    func gaps() {
        let gap = #"{"from":6,"to":7,"why":"cannot read the journal: j at byte 9: torn"}"#
        let answer = #"{"records":[\#(Samples.record(5))],"unreadable":[\#(gap)]}"#
        let run = Run("log", result: answer)
        #expect(run.output == "2026-11-23 18:32:54Z  5  alice:1000  ticket 5 opened\n")
        #expect(
            run.errors == "records 6 to 7: cannot read the journal: j at byte 9: torn; supportc "
                + "verify says what to do\n")
        #expect(
            Run("log", "--json", result: answer).output
                == #"{"v":1,"records":[\#(Samples.record(5))],"unreadable":[\#(gap)]}"# + "\n")
    }

    @Test func emptyIsReportedOnStandardError() {
        let run = Run("log", result: #"{"records":[]}"#)
        #expect(run.output.isEmpty)
        #expect(run.errors == "no records\n")
        #expect(Run("log", "-q", result: #"{"records":[]}"#).errors.isEmpty)
    }
}
