import Testing

/// `supportc import`: what of a file is sent, what is not, and what people see of the answer.
struct ImportTests {
    private static let done =
        #"{"added":[41,42],"unchanged":[7],"dry_run":false,"balances":[\#(Samples.balance)]}"#

    private func run(
        _ arguments: String..., file: String, name: String = "t.csv", result: String = done
    ) -> Run {
        Run(["import"] + arguments, desk: FakeDesk(result: result)) {
            $0.files[name] = Array(file.utf8)
        }
    }

    @Test func rowsAreSentWithTheirLinesAndWithoutWhatIsEmptyOrReadOnly() {
        let run = run(
            "time", "t.csv", "--dry-run",
            file: "key,ticket,date,minutes,note,booked_by\r\n"
                + "a,1,2026-10-05,150,\"two\r\nlines\",ann\r\n\r\nb,1,2026-10-06,2h,'=1+1,\r\n")
        #expect(
            run.params
                == #"{"rows":[{"line":2,"cells":{"date":"2026-10-05","key":"a","minutes":"150","#
                + #""note":"two\r\nlines","ticket":"1"}},"#
                + #"{"line":5,"cells":{"date":"2026-10-06","key":"b","minutes":"2h","#
                + #""note":"=1+1","ticket":"1"}}],"dry_run":true}"#)
    }

    @Test func jsonLines() {
        let run = run(
            "tickets", "b.jsonl",
            file: #"{"key":7,"client":"acme","level":1,"subject":"a","on_demand":true}"# + "\n \n"
                + #"{"key":"8","client":"acme","level":"4","subject":"b","body":null,"state":"open"}"#,
            name: "b.jsonl", result: #"{"added":[9],"unchanged":[],"dry_run":false}"#)
        #expect(
            run.params
                == #"{"rows":[{"line":1,"cells":{"client":"acme","key":"7","level":"1","#
                + #""on_demand":"yes","subject":"a"}},"#
                + #"{"line":3,"cells":{"client":"acme","key":"8","level":"4","subject":"b"}}]}"#)
        #expect(run.output == "1 ticket opened: 9\n")
    }

    @Test func standardInputNeedsItsFormatSaid() {
        let said = Run("import", "time", "-", "--format", "csv", result: Self.done) {
            $0.input = Array("key,date,minutes\n".utf8)
        }
        #expect(said.params == #"{"rows":[]}"#)
        let unsaid = Run("import", "time", "-")
        #expect(unsaid.code == 2)
        #expect(unsaid.errors.contains("say --format csv or --format jsonl"))
        #expect(Run("import", "time", "a.xlsx").code == 2)
        let missing = Run("import", "time", "a.csv")
        #expect(missing.code == 2)
        #expect(missing.errors.contains("cannot read a.csv: No such file or directory"))
    }

    @Test func whatWasAdded() {
        let file = "key,date,minutes\n"
        #expect(
            run("time", "t.csv", file: file).output == """
                2 time entries booked: 41-42
                1 time entry there already, left alone
                contract 3, acme: granted 40h - used 12h30m - expired 0m = left 27h30m, extra 2h; \
                room this week 7h30m, more from Monday 2026-11-30

                """)
        let dry = Self.done.replacing("false", with: "true")
        #expect(
            run("time", "t.csv", "--dry-run", file: file, result: dry).output.hasPrefix(
                "would book 2 time entries\n"))
        #expect(
            run("time", "t.csv", "--dry-run", file: file, result: dry).output.hasSuffix(
                "\nnothing was changed\n"))
        #expect(run("time", "t.csv", "-q", file: file).output == "41\n42\n")
        #expect(run("time", "t.csv", "-q", "--dry-run", file: file, result: dry).output.isEmpty)
        #expect(
            run("time", "t.csv", "--json", file: file).output.hasPrefix(#"{"v":1,"added":[41,42]"#))
    }

    @Test(
        arguments: [
            ("", "line 1: the file is empty"),
            ("key;date;minutes\n", "line 1: the columns are separated by `;`"),
            ("key\tdate\n", "line 1: the columns are separated by a tab"),
            ("key,date\n", "line 1, column minutes: the column is missing"),
            ("key,date,minutes,colour\n", "line 1, column colour: there is no such column"),
            ("key,date,minutes,\n", "line 1: a column has no name"),
            ("key,date,minutes,key\n", "line 1, column key: the column stands twice"),
            ("Key,date,minutes\n", "line 1, column Key: there is no such column"),
            ("key,date,minutes\na,b\n", "line 2: the record has 2 fields, the header 3"),
            ("key,date,minutes\na,b,c,d\n", "line 2: the record has 4 fields, the header 3"),
            (
                "key,date,minutes\n\"a\nb\",c,d\"\n",
                "line 2, column minutes: a quote stands inside a field that is not quoted"
            ),
            (
                "key,date,minutes\na,b,\"c\n",
                "line 2, column minutes: the quote that begins the field is never ended"
            ),
            ("key,date,minutes\ra,b,c\r", "line 1: a carriage return stands alone"),
        ])
    func aMalformedFileIsNotSent(file: String, wanted: String) {
        let run = run("time", "t.csv", file: file)
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
        #expect(run.errors.contains("supportc: t.csv cannot be read, so nothing was sent\n"))
        #expect(run.errors.contains("\n" + wanted), "\(run.errors)")
    }

    @Test(
        arguments: [
            ("{\"key\":1", "line 1: the JSON ends too early at byte 8"),
            ("\n[]", "line 2: the line is no JSON object"),
            ("{} {}", "line 1: expected the end after the JSON value at byte 3"),
            ("{\"key\":1,\"key\":2}", "line 1: member name used twice in one object at byte 9"),
            ("{\"key\":[1]}", "line 1, column key: the member is a list or an object"),
            ("{}\n{\"minuets\":5}", "line 2, column minuets: there is no such column"),
            ("{\"key\":\"\u{1}\"}", "line 1: control character in a string"),
        ])
    func malformedJSONLinesAreNotSent(file: String, wanted: String) {
        let run = run("time", "t.jsonl", file: file, name: "t.jsonl")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
        #expect(run.errors.contains("\n" + wanted), "\(run.errors)")
    }

    @Test func everyMistakeIsListedUpToALimit() {
        let line = "{\"minuets\":5}\n"
        for (count, listed) in [(99, 99), (100, 100), (101, 100)] {
            let run = run(
                "time", "t.jsonl", file: String(repeating: line, count: count), name: "t.jsonl")
            #expect(
                run.errors.split(separator: "\n").filter { $0.hasPrefix("line ") }.count == listed)
        }
        let json = run("time", "t.csv", "--json", file: "key,date\n")
        #expect(
            json.errors.contains(
                #""errors":[{"line":1,"column":"minutes","error":"malformed-file""#))
    }

    @Test func theMostRowsAndOneMore() {
        let row = "a,2026-10-05,1\n"
        let header = "key,date,minutes\n"
        #expect(run("time", "t.csv", file: header + String(repeating: row, count: 2000)).code == 0)
        let over = run("time", "t.csv", file: header + String(repeating: row, count: 2001))
        #expect(over.code == 2)
        #expect(over.errors.contains("line 2002: the file has more than 2000 rows"))
        let lines = String(repeating: "{\"key\":1}\n", count: 2001)
        let json = run("time", "t.jsonl", file: lines, name: "t.jsonl")
        #expect(json.errors.contains("line 2001: the file has more than 2000 rows"))
    }

    @Test func theLongestFileAndOneByteMore() {
        let header = "key,date,minutes\n"
        let blanks = String(repeating: "\n", count: 4_194_304 - header.utf8.count)
        #expect(run("time", "t.csv", file: header + blanks).code == 0)
        let over = run("time", "t.csv", file: header + blanks + "\n")
        #expect(over.code == 2)
        #expect(over.errors.contains("t.csv holds more than 4194304 bytes"))
    }

    @Test func aRequestThatWouldBeTooLongIsNotSent() {
        let rows = (0..<130).map {
            "\($0),2026-10-05,1,\(String(repeating: "\u{1}", count: 32_000))\n"
        }
        let run = run("time", "t.csv", file: "key,date,minutes,note\n" + rows.joined())
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
        #expect(run.errors.contains("the rows take more than 4193280 bytes"))
    }

    @Test func refusedRowsAreALineEach() {
        let error =
            #"{"code":1,"message":"2 of 9 rows were refused, so nothing was changed","data":"#
            + #"{"error":"rows-refused","hint":"mend the rows","errors":["#
            + #"{"line":7,"column":"minutes","error":"weekly-limit","message":"too\nmuch","#
            + #""hint":"wait","new":1},{"line":8,"error":"x","message":"no"}]}}"#
        let run = Run(
            ["import", "time", "t.csv"], desk: FakeDesk { _, _ in .error(error) }
        ) { $0.files["t.csv"] = Array("key,date,minutes\n".utf8) }
        #expect(run.code == 1)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == #"""
                supportc: 2 of 9 rows were refused, so nothing was changed
                line 7, column minutes: too\nmuch -> wait
                line 8: no
                  -> mend the rows

                """#)
    }
}
