import Testing

/// The options of every command, which may stand anywhere.
struct GeneralOptionTests {
    private static let clients = #"{"clients":[]}"#

    @Test(
        "the options of every command stand before the noun, between, after the verb, or both",
        arguments: [
            "--json --timeout 9s client list", "client --json list --timeout=9s",
            "client list --timeout 9s --json", "--timeout=9s client --json list --archived",
            "--json client list --json", "--timeout 1s client list --json --timeout 9s",
            "--archived client list --json", "client list --json --",
        ])
    func theyStandAnywhere(words: String) {
        let run = Run(Self.split(words), desk: FakeDesk(result: Self.clients))
        let isOption = words.hasPrefix("--archived")
        #expect(run.output == (isOption ? "" : "{\"v\":1,\"clients\":[]}\n"), "\(run.errors)")
        #expect(run.code == (isOption ? 2 : 0))
    }

    @Test(
        "flags may be bundled, before the noun and after the verb",
        arguments: [
            "-q ticket list", "ticket list -q", "ticket -q list --all", "-q -q ticket list",
        ])
    func quiet(words: String) {
        let answer = #"{"tickets":[\#(Samples.ticket)],"more":false}"#
        let run = Run(Self.split(words), desk: FakeDesk(result: answer))
        #expect(run.output == "12\n", "\(run.errors)")
    }

    @Test func aBundledFlagOfEveryCommandLeavesTheOthers() {
        let run = Run(
            ["apply", "-qf", "a.toml"],
            desk: FakeDesk(
                result: #"{"changes":[{"kind":"staff","name":"mia","what":"added","details":[]}],"#
                    + #""dry_run":false}"#)
        ) { $0.files["a.toml"] = Array("x = 1".utf8) }
        #expect(run.output == "mia\n", "\(run.errors)")
    }

    @Test(
        "the options of a change stand anywhere too",
        arguments: [
            "--key k --if-version 3 ticket close 12", "ticket --key=k close 12 --if-version 3",
            "ticket close --if-version=3 12 --key k",
            "--key j ticket close 12 --if-version 3 --key k",
        ])
    func theOptionsOfAChange(words: String) {
        let run = Run(Self.split(words), desk: FakeDesk(result: Samples.ticket))
        #expect(
            run.params == #"{"ticket":12,"idempotency_key":"k","if_version":3}"#, "\(run.errors)")
    }

    @Test("what only a change takes is no option of anything else, wherever it stands")
    func readingTakesNoKey() {
        for words in [
            "--key k ticket list", "ticket list --key k", "--key k clock confirm",
            "ticket --key=k show 12",
        ] {
            let run = Run(Self.split(words), desk: FakeDesk(result: "{}"))
            #expect(run.errors.hasPrefix("supportc: unknown option '--key'\n"), "\(words)")
            #expect(run.code == 2 && run.sent.isEmpty)
        }
        let run = Run("--if-version", "3", "status")
        #expect(
            run.errors == """
                supportc: unknown option '--if-version'
                  -> `supportc status --help` shows how

                """)
        #expect(Run("ticket", "list", "--dry-run").errors.contains("unknown option '--dry-run'"))
    }

    @Test(arguments: [
        ("--socket", "path"), ("--timeout", "span"), ("--key", "key"), ("--if-version", "version"),
    ])
    func aMissingValueIsReported(option: String, value: String) {
        for words in [["--json", option], [option, "--json", "status"], ["status", option]] {
            let run = Run(words, desk: FakeDesk(result: "{}"))
            #expect(run.errors.contains("missing value for '\(option) <\(value)>'"), "\(words)")
            #expect(run.code == 2)
            #expect(run.sent.isEmpty)
        }
    }

    @Test func aFlagTakesNoValue() {
        let run = Run("--json=yes", "status")
        #expect(run.errors.contains("the option '--json' does not take any value"))
        #expect(run.code == 2)
    }

    @Test("behind -- nothing is an option")
    func terminator() {
        let run = Run("ticket", "note", "12", "--key", "k", "--", "--json", result: Samples.ticket)
        #expect(run.params == #"{"ticket":12,"text":"--json","idempotency_key":"k"}"#)
        #expect(run.output == "note written on ticket 12\n", "\(run.errors)")
        let dash = Run("ticket", "note", "12", "--", "-5h", result: Samples.ticket)
        #expect(dash.params == #"{"ticket":12,"text":"-5h"}"#)
    }

    @Test func helpIsAnAnswerBesideThem() {
        #expect(Run("--json", "--help").output.contains("GENERAL OPTIONS:"))
        #expect(Run("--json", "--version").output == "supportc 0.1.0\n")
        #expect(Run("--json", "help", "ticket").output.contains("reopen"))
        #expect(Run("-q", "ticket", "open", "--help").output.contains("--on-demand"))
        #expect(Run("--json").code == 2)
    }

    @Test("each page of help names them once, that of a reading command names no key")
    func helpNamesThemOnce() {
        for words in ["--help", "ticket open --help", "ticket list --help", "log --help"] {
            let page = Run(Self.split(words), desk: FakeDesk(result: "{}")).output
            #expect(page.split(separator: "How long an answer").count == 2, "\(page)")
            let isChange = words.hasPrefix("-") || words.hasPrefix("ticket open")
            #expect(
                page.split(separator: "Any text of your own").count == (isChange ? 2 : 1), "\(page)"
            )
        }
    }

    @Test("a text may begin with a dash, also one that reads like flags")
    func aTextThatBeginsWithADash() {
        for text in ["- quick", "-5 x", "-q", "-h", "-"] {
            let run = Run(
                "ticket", "level", "12", "2", "--reason", text, result: Samples.ticket)
            #expect(
                run.params == #"{"ticket":12,"level":2,"reason":"\#(text)"}"#, "\(run.errors)")
        }
        let missing = Run("time", "add", "2", "2h", "--note", "--dry-run")
        #expect(missing.errors.contains("missing value for '--note <text>'"))
        #expect(Run("ticket", "reopen", "2", "--reason", "--json").code == 2)
    }

    @Test(
        "a text is a text wherever it stands, also one that reads like flags",
        arguments: ["- checked the logs", "-5 x", "-help", "--- done ---", "-> see 4", "-la", "-"])
    func aPositionalTextThatBeginsWithADash(text: String) {
        let note = Run("ticket", "note", "12", text, "--key", "k", result: Samples.ticket) {
            $0.input = Array("-".utf8)
        }
        #expect(
            note.params == #"{"ticket":12,"text":"\#(text)","idempotency_key":"k"}"#,
            "\(note.errors)")
        let client = Run("-q", "client", "note", "acme", text, result: "{}") {
            $0.input = Array("-".utf8)
        }
        #expect(client.params == #"{"client":"acme","text":"\#(text)"}"#, "\(client.errors)")
        let option = Run("client", "add", "acme", "--name", text, "--mail", text, result: "{}")
        #expect(
            option.params == #"{"client":"acme","name":"\#(text)","mails":["\#(text)"]}"#,
            "\(option.errors)")
    }

    @Test("help is only what is asked for as a word of its own")
    func help() {
        for words in ["ticket note -h", "ticket note 12 x -h", "ticket note 12 --help"] {
            let run = Run(Self.split(words), desk: FakeDesk(result: "{}"))
            #expect(run.output.contains("USAGE:") && run.code == 0, "\(words)")
        }
        #expect(Run("ticket", "note", "12", "help", result: Samples.ticket).params.contains("help"))
        #expect(Run("ticket", "list", "-qh").code == 2)
    }

    @Test(
        "what begins with a dash and is no value is named",
        arguments: [
            ("time add 2 -5h", "duration: -5h is not a duration of work"),
            ("contract show -5h", "contract: -5h is not a contract"),
            ("-5h", "there is no command `-5h`"),
            ("ticket list --limit -5h", "--limit: -5h is not a whole number"),
        ])
    func aNegativeValueIsRefusedPlainly(words: String, message: String) {
        let run = Run(Self.split(words), desk: FakeDesk(result: "{}"))
        #expect(run.errors.hasPrefix("supportc: \(message)"), "\(run.errors)")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    private static func split(_ words: String) -> [String] {
        words.split(separator: " ").map(String.init)
    }
}
