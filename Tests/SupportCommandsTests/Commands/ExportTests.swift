import Testing

/// `supportc export`: pages put together, as CSV, JSON Lines, numbers or one document.
struct ExportTests {
    private static let entry =
        #"{"key":"entry:41","ticket_key":"T-1","client":"acme","extra_allowed":true,"#
        + #""entry":\#(Samples.entry)}"#
    private static let ticket =
        #"{"key":"ticket:12","body":"=1+1,\n\"x\"","ticket":\#(Samples.ticket)}"#

    private static func desk() -> FakeDesk {
        FakeDesk { line, _ in
            if line.contains(#""after":41"#) { return .result(#"{"entries":[]}"#) }
            return .result(#"{"entries":[\#(entry)],"next":41}"#)
        }
    }

    @Test func entriesAsCSV() {
        let run = Run(["export", "time"], desk: Self.desk())
        #expect(
            run.output
                == "key,ticket,ticket_key,date,minutes,service,staff,note,extra,agreed_by,late,"
                + "reason,long,entry,client,contract,cycle,package_minutes,grouped_minutes,extra_minutes,emergency,booked_at,"
                + "booked_by\r\n"
                + "entry:41,12,T-1,2026-11-23,150,bugs,,found the lock,yes,,no,,no,41,acme,3,2,120,,30,no,"
                + "2026-11-23T18:40:00.000Z,alice:1000\r\n")
        #expect(run.sent.count == 2)
    }

    @Test func entriesAsJSONLinesNumbersAndADocument() {
        #expect(
            Run(["export", "time", "--format", "jsonl"], desk: Self.desk()).output
                == #"{"key":"entry:41","ticket":12,"ticket_key":"T-1","date":"2026-11-23","#
                + #""minutes":150,"service":"bugs","note":"found the lock","extra":true,"late":false,"#
                + #""long":false,"entry":41,"client":"acme","contract":3,"cycle":2,"package_minutes":120,"#
                + #""extra_minutes":30,"emergency":false,"booked_at":"2026-11-23T18:40:00.000Z","#
                + #""booked_by":"alice:1000"}"# + "\n")
        #expect(Run(["export", "time", "-q"], desk: Self.desk()).output == "41\n")
        #expect(
            Run(["export", "time", "--json"], desk: Self.desk()).output
                == #"{"v":1,"entries":[\#(Self.entry)]}"# + "\n")
    }

    @Test func ticketsAsCSVWithTheirBodiesGuarded() {
        #expect(
            Run("export", "tickets", result: #"{"tickets":[\#(Self.ticket)]}"#).output
                == "key,client,contract,on_demand,level,service,subject,body,ticket,paid_by,state,"
                + "source,assignee,opened_at,opened_by,resolved_at\r\n"
                + "ticket:12,acme,,no,1,bugs,Checkout fails with 500,\"'=1+1,\n\"\"x\"\"\",12,3,"
                + "active,client,olena,2026-11-23T18:32:54.000Z,alice:1000,\r\n")
    }

    @Test("a terminal gets no character that it would obey, a file gets what is kept")
    func controlCharacters() {
        let hostile = #"a\u001b[2J\u202eb\u0085c\td\ne"#
        let ticket = #"{"key":"ticket:12","body":"\#(hostile)","ticket":\#(Samples.ticket)}"#
        let reply = #"{"tickets":[\#(ticket)]}"#
        let kept = "a\u{1B}[2J\u{202E}b\u{85}c\td\ne"
        for format in ["csv", "jsonl"] {
            let words = ["export", "tickets", "--format", format]
            let piped = Run(words, desk: FakeDesk(result: reply)).output
            let shown = Run(words, desk: FakeDesk(result: reply)) { $0.outputIsTerminal = true }
                .output
            for mark in ["\u{1B}", "\u{202E}", "\u{85}"] {
                #expect(!shown.unicodeScalars.contains { "\($0)" == mark }, "\(format)")
            }
            #expect(shown.contains("202e"))
            if format == "csv" {
                #expect(piped.contains("\"\(kept)\""))
                #expect(shown.contains(#"a\u{1b}[2J\u{202e}b\u{85}c\td\ne"#))
            } else {
                #expect(piped.unicodeScalars.contains("\u{202E}"))
            }
        }
        let document = Run(
            ["export", "tickets", "--json"], desk: FakeDesk(result: reply)
        ) { $0.outputIsTerminal = true }.output
        #expect(!document.unicodeScalars.contains("\u{202E}"))
    }

    @Test func aPageThatDoesNotGoOnEndsIt() {
        let run = Run(
            ["export", "time", "-q"],
            desk: FakeDesk(result: #"{"entries":[\#(Self.entry)],"next":41}"#))
        #expect(run.output == "41\n41\n")
        #expect(run.sent.count == 2)
    }

    @Test func whatIsChosen() {
        let run = Run(
            "export", "time", "--contract", "acme", "--client", "acme", "--from", "2026-10-01",
            "--to", "2026-10-31", result: #"{"entries":[]}"#)
        #expect(
            run.params
                == #"{"contract":"acme","client":"acme","from":"2026-10-01","to":"2026-10-31","#
                + #""limit":1000}"#)
        let wrong = Run("export", "tickets", "--from", "2026-10-02", "--to", "2026-10-01")
        #expect(wrong.code == 2)
        #expect(wrong.said.contains("--to 2026-10-01 is before --from 2026-10-02; swap them"))
        #expect(Run("export", "tickets", "--format", "xlsx").code == 2)
    }

    @Test func whatWasExportedIsSentByAnImport() {
        let csv = Run("export", "tickets", result: #"{"tickets":[\#(Self.ticket)]}"#).output
        let jsonl = Run(
            "export", "tickets", "--format", "jsonl", result: #"{"tickets":[\#(Self.ticket)]}"#
        ).output
        let done = #"{"added":[],"unchanged":[12],"dry_run":false}"#
        let sent = [("a.csv", csv), ("a.jsonl", jsonl)].map { name, text in
            Run(["import", "tickets", name], desk: FakeDesk(result: done)) {
                $0.files[name] = Array(text.utf8)
            }.params
        }
        let cells =
            #""cells":{"body":"=1+1,\n\"x\"","client":"acme","key":"ticket:12","level":"1","#
            + #""on_demand":"no","service":"bugs","subject":"Checkout fails with 500"}}]}"#
        #expect(sent == [#"{"rows":[{"line":2,\#(cells)"#, #"{"rows":[{"line":1,\#(cells)"#])
    }
}
