import Testing

/// What a shell gets that asks what may come next on a command line.
struct CompletionTests {
    /// What is offered for a line whose last word is unfinished, by the word that comes first in it.
    private func offered(
        _ line: String, shell: String = "bash", result: String = #"{"items":[]}"#
    ) -> Run {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return Run(["---completion", shell] + words, desk: FakeDesk(result: result))
    }

    private func words(_ line: String, result: String = #"{"items":[]}"#) -> [String] {
        offered(line, result: result).output.split(separator: "\n").map(String.init)
    }

    @Test func commandsAndTheirVerbs() {
        #expect(Set(words("")).isSuperset(of: ["ticket", "client", "status", "call"]))
        #expect(words("clock ") == ["show", "confirm", "advance"])
        #expect(words("--json clock ") == ["show", "confirm", "advance"])
        #expect(words("--timeout 5s clock ") == ["show", "confirm", "advance"])
        #expect(words("nonsense ") == [])
        #expect(words("help clock ") == ["show", "confirm", "advance"])
        #expect(
            offered("clock s", shell: "zsh").output.hasPrefix(
                "show\tSay what time it is at the desk.\n"))
    }

    @Test("the options that the command has and that are not given yet")
    func options() {
        let root = words("--")
        #expect(
            Set(root).isSuperset(of: [
                "--socket", "--json", "--quiet", "--timeout", "--key", "--if-version", "--help",
                "--version",
            ]))
        let list = words("ticket list --")
        #expect(list.contains("--state") && !list.contains("--key"))
        #expect(words("ticket close 3 --").contains("--if-version"))
        let given = words("ticket list --client acme --state open --json --")
        #expect(!given.contains("--client") && !given.contains("--json"))
        #expect(given.contains("--state"), "it may be repeated")
        #expect(words("ticket list -- --") == [])
        #expect(words("snapshot ").contains("--json"), "where no argument is wanted")
    }

    @Test func valuesOfOptions() {
        #expect(
            words("ticket list --state ") == ["open", "active", "waiting", "resolved", "closed"])
        #expect(
            words("ticket list --state=") == [
                "--state=open", "--state=active", "--state=waiting", "--state=resolved",
                "--state=closed",
            ])
        #expect(words("ticket list --limit ") == [])
        #expect(words("ticket list --all=") == [])
        #expect(words("access set acme ") == ["admin", "ftp", "ssh"])
    }

    @Test func files() {
        #expect(offered("apply -f ").output == "\tfiles\ttoml\n")
        #expect(offered("import time ").output == "\tfiles\n")
        #expect(offered("--socket ").output == "\tfiles\n")
    }

    @Test(
        "names and numbers come from the desk, with what people know them by",
        arguments: [
            ("client show ", "clients", Samples.client, "acme\tAcme Outdoor GmbH"),
            ("ticket show ", "tickets", Samples.ticket, "12\tacme: Checkout fails with 500"),
            ("time add ", "tickets", Samples.ticket, "12\tacme: Checkout fails with 500"),
            ("ticket assign 12 ", "staff", Samples.staff, "olena\tmanager"),
            ("ticket list --assignee ", "staff", Samples.staff, "olena\tmanager"),
            ("monitor show ", "monitors", Samples.monitor, "acme-shop\tacme, down"),
            (
                "hours ", "contracts", Samples.contract,
                "acme\tstarter, shop\n3\tacme, starter, shop"
            ),
        ])
    func things(line: String, list: String, item: String, said: String) {
        let result = #"{"\#(list)":[\#(item)],"more":false}"#
        let run = offered(line, shell: "fish", result: result)
        #expect(run.output == said + "\n")
        #expect(run.sent.count == 1)
        #expect(run.errors.isEmpty && run.code == 0)
    }

    @Test("tickets are those that the verb can be about")
    func tickets() {
        func params(_ line: String) -> String { offered(line).params }
        #expect(params("ticket resolve ") == #"{"limit":500}"#)
        #expect(params("ticket show ") == #"{"all":true,"limit":500}"#)
        #expect(params("ticket close ") == #"{"state":"resolved","limit":500}"#)
        #expect(params("ticket reopen ") == #"{"state":["resolved","closed"],"limit":500}"#)
    }

    @Test("what a name is given to for the first time is not completed")
    func newNames() {
        for line in ["client add ", "staff add ", "monitor add acme "] {
            let run = offered(line)
            #expect(run.output.isEmpty && run.sent.isEmpty, "\(line)")
        }
    }

    @Test("a subject cannot move the cursor or add a candidate")
    func hostileSubject() {
        let ticket = Samples.ticket.replacing("Checkout fails", with: #"a\u001b[2J\nrm\tx"#)
        let run = offered(
            "ticket show ", shell: "zsh", result: #"{"tickets":[\#(ticket)],"more":false}"#)
        #expect(run.output == "12\t" + #"acme: a\u{1b}[2J\nrm\tx with 500"# + "\n")
    }

    @Test(
        "no desk, a desk that is silent and one that refuses give nothing, soon and without noise")
    func noAnswer() {
        let refusal = #"{"code":7,"message":"no","data":{"error":"not-permitted"}}"#
        let desks = [
            FakeDesk(greeting: nil), FakeDesk { _, _ in .silence }, FakeDesk { _, _ in .close },
            FakeDesk { _, _ in .error(refusal) },
        ]
        for desk in desks {
            let start = ContinuousClock.now
            let run = Run(["---completion", "fish", "ticket", "show", ""], desk: desk)
            #expect(run.output.isEmpty && run.errors.isEmpty && run.code == 0)
            #expect(ContinuousClock.now - start < .seconds(1))
        }
    }

    @Test("the socket of the line holds before that of the environment")
    func socket() {
        let desk = FakeDesk(result: #"{"staff":[\#(Samples.staff)]}"#)
        defer { desk.stop() }
        for line in ["--socket \(desk.path) staff set ", "staff set --socket=\(desk.path) "] {
            let run = offered(line)
            #expect(run.output == "olena\n" && run.sent.isEmpty)
        }
        #expect(offered("--socket /nowhere.sock staff set ").output.isEmpty)
    }

    @Test func aliasesAreOfferedAndCompletedAsWhatTheyStandFor() {
        func run(_ words: String...) -> String {
            SettingsTests.run(
                ["---completion", "fish"] + words, "[aliases]\nt = \"ticket list --all\"",
                result: #"{"clients":[\#(Samples.client)]}"#
            ).output
        }
        #expect(run("t").contains("\nt\tticket list --all\n"))
        #expect(run("t", "--client", "") == "acme\tAcme Outdoor GmbH\n")
        #expect(!run("t", "--").contains("--all"))
    }

    @Test func aBrokenConfigurationFileIsNoReasonForNoise() {
        let run = SettingsTests.run(["---completion", "bash", "clock", ""], "nonsense")
        #expect(run.output == "show\nconfirm\nadvance\n" && run.errors.isEmpty)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func aScriptForEachShell(shell: String) {
        let run = Run("--generate-completion-script", shell)
        #expect(run.code == 0)
        #expect(run.output.contains("---completion \(shell)"))
        #expect(Run("--generate-completion-script=\(shell)").output == run.output)
        let own = Run("--generate-completion-script") { $0.environment["SHELL"] = "/bin/\(shell)" }
        #expect(own.output == run.output)
    }

    @Test func thereIsNoScriptForOtherShells() {
        let run = Run("--generate-completion-script", "csh")
        #expect(
            run.errors == """
                supportc: --generate-completion-script: csh is not such a shell
                  -> name one of bash, zsh, fish

                """)
        #expect(run.code == 2)
    }
}
