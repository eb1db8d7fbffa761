import SupportModel
import Testing

/// A text that is not given is written in an editor, at a terminal.
struct EditorTests {
    private static let edited = [
        (["ticket", "note", "12"], "a note on ticket 12"),
        (["client", "note", "acme"], "a note on client acme"),
        (
            ["ticket", "open", "acme", "--level", "4", "--subject", "s", "--edit"],
            "the body of a ticket for acme: s"
        ),
    ]

    private func run(
        _ arguments: [String], result: String = Samples.ticket, terminal: Bool = true,
        environment: [String: String] = ["TERM": "xterm", "EDITOR": "ed"],
        prepare: @escaping (FakeConsole) -> Void = { _ in }, saved: @escaping (String) -> String?
    ) -> Run {
        Run(arguments, desk: FakeDesk(result: result)) {
            $0.inputIsTerminal = terminal
            $0.outputIsTerminal = terminal
            $0.environment.merge(environment) { $1 }
            $0.saved = saved
            prepare($0)
        }
    }

    @Test(arguments: edited)
    func isSentWithoutTheLinesThatExplain(arguments: [String], subject: String) {
        let result = arguments[0] == "client" ? Samples.client : Samples.ticket
        let run = run(arguments, result: result) { template in
            #expect(template.hasPrefix("\n\n# Write \(subject).\n# "))
            return "\n  two\n\nlines\r\n\n" + template.dropFirst()
        }
        #expect(run.params.hasSuffix(#":"  two\n\nlines"}"#), "\(run.errors) \(run.params)")
        #expect(run.code == 0)
    }

    @Test(arguments: edited)
    func anEmptyTextChangesNothing(arguments: [String], subject: String) {
        for text in ["", "\n \n", "# all of it\n"] {
            let run = run(arguments) { _ in text }
            #expect(
                run.errors == """
                    supportc: the text is empty; nothing was changed
                      -> write it above the lines that begin with #, and save it

                    """)
            #expect(run.code == 3 && run.sent.isEmpty)
        }
        #expect(run(arguments) { $0 }.code == 3, "as it began")
    }

    @Test(arguments: edited)
    func anEditorThatFailsChangesNothing(arguments: [String], subject: String) {
        let run = run(arguments) { _ in nil }
        #expect(
            run.errors == """
                supportc: the editor `ed` exited with status 1; nothing was changed
                  -> set VISUAL or EDITOR to your editor, or give the text on the command line

                """)
        #expect(run.code == 2 && run.sent.isEmpty)
    }

    @Test(
        "the editor is VISUAL on a screen, else EDITOR, else vi",
        arguments: [
            (["TERM": "xterm", "VISUAL": "code -w", "EDITOR": "ed"], "code -w"),
            (["TERM": "dumb", "VISUAL": "code -w", "EDITOR": "ed"], "ed"),
            (["TERM": "xterm", "VISUAL": " ", "EDITOR": "ed"], "ed"), (["TERM": "xterm"], "vi"),
        ])
    func choice(environment: [String: String], editor: String) {
        var console: FakeConsole?
        _ = run(
            ["ticket", "note", "12"], environment: environment, prepare: { console = $0 },
            saved: { _ in "text" })
        #expect(console?.editors == [editor])
    }

    @Test("without a terminal the text must be given", arguments: edited)
    func withoutTerminal(arguments: [String], subject: String) {
        let run = run(arguments, terminal: false) { _ in "text" }
        #expect(run.code == 2 && run.sent.isEmpty)
        let said = arguments.contains("--edit") ? "--edit goes with a terminal" : "missing <text>"
        #expect(run.errors.hasPrefix("supportc: \(said)\n  -> "))
    }

    @Test("a text that the desk refuses is not lost, one that it takes is removed")
    func isKeptOnRefusal() {
        var console: FakeConsole?
        _ = run(["ticket", "note", "12"], prepare: { console = $0 }, saved: { _ in "text" })
        #expect(console?.editedPath == nil)
        let refused = Run(
            ["ticket", "note", "12"],
            desk: FakeDesk { _, _ in
                .error(#"{"code":3,"message":"no","data":{"error":"not-found","hint":"h"}}"#)
            }
        ) {
            $0.inputIsTerminal = true
            $0.outputIsTerminal = true
            $0.saved = { _ in "text" }
        }
        #expect(
            refused.errors
                == "supportc: no\n  -> h; your text is kept in /tmp/edited/text.txt\n")
        #expect(refused.code == 3)
    }

    @Test func bothABodyAndAnEditorAreTooMuch() {
        let run = Run(
            "ticket", "open", "acme", "--level", "4", "--subject", "s", "--edit", "--body", "b")
        #expect(run.errors == "supportc: --body and --edit do not go together\n  -> choose one\n")
    }

    @Test("at a terminal it is said that a text is awaited, elsewhere not")
    func waiting() {
        func errors(terminal: Bool) -> String {
            Run("ticket", "note", "12", "-", result: Samples.ticket) {
                $0.inputIsTerminal = terminal
                $0.input = Array("text\n".utf8)
            }.errors
        }
        #expect(
            errors(terminal: true)
                == "supportc: reading the text up to Ctrl-D on a line of its own\n")
        #expect(errors(terminal: false) == "")
    }
}
