import SupportCommands
import SupportModel
import Testing

/// The form of statements never changes: every byte of every form is compared with a file.
///
/// A file here changes only where no released program can have made the statement. Another form is
/// another form, with files of its own.
struct StatementTests {
    private static let months = ["quiet", "eventful", "open"]

    private static let golden = GoldenStatements(form: "statement-1")

    @Test(
        "every byte of a statement is as it was", arguments: months,
        ["table", "json", "csv", "html"])
    func golden(month: String, format: String) throws {
        let run = Run(
            "statement", "acme", "--format", format, result: try Self.golden.answer(month))
        let file = format == "table" ? "txt" : format
        #expect(run.output == (try Self.golden.printed("\(month).\(file)")))
        #expect(run.errors.isEmpty)
        #expect(run.code == 0)
    }

    @Test("a table is what is shown unless another format is named; --json is a format too")
    func formats() throws {
        let answer = try Self.golden.answer("quiet")
        let table = try Self.golden.printed("quiet.txt")
        #expect(Run("statement", "1", result: answer).output == table)
        let json = try Self.golden.printed("quiet.json")
        #expect(Run("statement", "1", "--json", result: answer).output == json)
        #expect(Run("statement", "1", "-q", result: answer).output == "1\n")
        let both = Run("statement", "1", "--json", "--format", "json", result: answer)
        #expect(both.output == json)
    }

    @Test("neither the environment nor the terminal's size is in it", arguments: ["csv", "html"])
    func surroundings(format: String) throws {
        let answer = try Self.golden.answer("eventful")
        let run = Run("statement", "1", "--format", format, result: answer) { console in
            console.outputIsTerminal = true
            console.environment["COLUMNS"] = "20"
            console.environment["LC_ALL"] = "de_DE.UTF-8"
            console.environment["TZ"] = "Asia/Tokyo"
        }
        // But that a terminal would obey what strangers wrote.
        let golden = try Self.golden.printed("eventful.\(format)")
        #expect(run.output == PrintableText.text(golden))
        #expect(run.output != golden)
        let piped = Run("statement", "1", "--format", format, result: answer)
        #expect(piped.output == golden)
    }

    @Test("a form of a later release is refused by name, but for its JSON")
    func laterForm() throws {
        let answer = try Self.golden.answer("quiet").replacing(
            #"{"format":1,"#, with: #"{"format":2,"#)
        for format in ["table", "csv", "html"] {
            let run = Run("statement", "1", "--format", format, result: answer)
            #expect(run.code == 1)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("made by a later release"))
            #expect(run.errors.contains("--format json"))
        }
        #expect(Run("statement", "1", "--json", result: answer).output.contains(#""format":2,"#))
    }

    @Test("a statement that was put together afterwards says so")
    func remade() throws {
        let answer = try Self.golden.answer("quiet").replacing(
            #"{"format":1,"#, with: #"{"format":0,"#)
        let words = "ut together afterwards: the cycle closed before statements were kept"
        for format in ["table", "html"] {
            let run = Run("statement", "1", "--format", format, result: answer)
            #expect(run.output.contains(words))
        }
        let csv = Run("statement", "1", "--format", "csv", result: answer).output
        #expect(csv.contains("statement,form,0,"))
    }

    @Test("an agreement is dated by the contract's day, where the desk says it")
    func agreement() throws {
        let answer = try Self.golden.answer("eventful")
        #expect(answer.contains(#""at":"2026-11-02T08:00:00.000Z","#))
        let dated = answer.replacing(
            #""at":"2026-11-02T08:00:00.000Z","#,
            with: #""at":"2026-11-02T23:30:00.000Z","on":"2026-11-03","#)
        let shown = Run("statement", "1", result: dated).output
        #expect(shown.contains("agreed by mara on 2026-11-03: "))
        let html = Run("statement", "1", "--format", "html", result: dated).output
        #expect(html.contains("2026-11-03") && !html.contains("23:30"))
        let undated = Run("statement", "1", result: answer).output
        #expect(undated.contains("agreed by mara on 2026-11-02 08:00Z: "))
    }

    @Test("what others wrote is never markup", arguments: months)
    func escapes(month: String) throws {
        let page = try Self.golden.printed("\(month).html")
        #expect(!page.contains("<script"))
        #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("url("))
        #expect(!page.contains("<b>"))
    }

    @Test("no cell begins with what a spreadsheet would compute")
    func formulas() throws {
        let sheet = try Self.golden.printed("eventful.csv")
        #expect(sheet.contains("'=HYPERLINK"))
        #expect(sheet.contains("'=1+1"))
        #expect(sheet.contains("'@mail"))
        let lines = sheet.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.last == "", "every line ends")
        for cell in lines.flatMap({ $0.split(separator: ",") }) {
            let start = cell.drop { $0 == "\"" }.first ?? " "
            #expect(!"=+@\t".contains(start), "\(cell)")
        }
    }
}
