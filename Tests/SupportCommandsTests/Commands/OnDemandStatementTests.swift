import SupportJSON
import SupportWire
import Testing

/// Statements for work on demand of form 1, to the byte, in every form in which they are printed.
///
/// A file here changes only where no released program can have made the statement. Another layout is
/// another form.
struct OnDemandStatementTests {
    private static let golden = GoldenStatements(form: "on-demand-1")

    @Test(
        "every byte of a statement is as it was", arguments: ["closed", "open"],
        ["table", "json", "csv", "html"])
    func golden(month: String, format: String) throws {
        let run = Run(
            "statement", "acme", "--month", "2026-11", "--format", format,
            result: try Self.golden.answer(month))
        let file = format == "table" ? "txt" : format
        #expect(run.output == (try Self.golden.printed("\(month).\(file)")))
        #expect(run.errors.isEmpty)
        #expect(run.code == 0)
        #expect(run.params == #"{"client":"acme","month":"2026-11"}"#)
    }

    @Test(
        "quiet it is the month; the view reads and is written the same",
        arguments: ["closed", "open"])
    func quiet(month: String) throws {
        let answer = try Self.golden.answer(month)
        let run = Run("statement", "acme", "--month", "2026-11", "-q", result: answer)
        #expect(run.output.hasPrefix("2026-1"))
        let view = try StrictJSONDecoder.decode(
            OnDemandStatementView.self, from: try JSONDocument(text: answer).root,
            unknownMembers: .refused)
        #expect(ReplyLine.encoded(view).text == answer)
    }

    @Test("a form of a later release is refused, but for its JSON")
    func later() throws {
        let answer = try Self.golden.answer("open").replacing(
            #""format":1,"#, with: #""format":2,"#)
        let run = Run("statement", "acme", "--month", "2026-11", result: answer)
        #expect(run.code == 1)
        #expect(run.errors.contains("the statement has form 2"))
        let json = Run("statement", "acme", "--month", "2026-11", "--json", result: answer)
        #expect(json.output.contains(#""format":2,"#))
    }
}
