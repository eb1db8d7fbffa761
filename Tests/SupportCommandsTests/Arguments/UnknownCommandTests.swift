import Testing

/// Nouns and verbs that do not exist: exit code 2, nothing sent, and the nearest that does.
struct UnknownCommandTests {
    @Test(arguments: [
        ("tickets", "there is no command `tickets`; did you mean `ticket`?", "supportc"),
        ("tiket", "there is no command `tiket`; did you mean `ticket`?", "supportc"),
        ("tiket lst --all", "there is no command `tiket`; did you mean `ticket`?", "supportc"),
        ("time ad", "there is no command `time ad`; did you mean `time add`?", "supportc time"),
        (
            "time ad 12 1h --note x", "there is no command `time ad`; did you mean `time add`?",
            "supportc time"
        ),
        (
            "--timeout 5s -q --key k ticket --socket x lst",
            "there is no command `ticket lst`; did you mean `ticket list`?", "supportc ticket"
        ),
        ("ticket burn 12 13", "there is no command `ticket burn`", "supportc ticket"),
        ("surgeon --help", "there is no command `surgeon`", "supportc"),
        ("help surgeon", "there is no command `surgeon`", "supportc"),
        ("help ticket burn", "there is no command `ticket burn`", "supportc ticket"),
        ("ticket -h burn", "there is no command `ticket burn`", "supportc ticket"),
        ("bogus and more", "there is no command `bogus`", "supportc"),
    ])
    func theNearestIsNamed(words: String, message: String, group: String) {
        let run = Run(line: words)
        let hint = message.hasSuffix("?") ? "" : "  -> `\(group) --help` shows how\n"
        #expect(run.errors == "supportc: \(message)\n\(hint)")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.sent.isEmpty)
    }

    @Test func asJSON() {
        let run = Run("--json", "tiket", "list")
        #expect(run.errors.contains("there is no command `tiket`; did you mean `ticket`?"))
        #expect(run.errors.hasPrefix(#"{"v":1,"error":"#))
        #expect(run.code == 2)
    }

    @Test(
        "help for what exists is an answer",
        arguments: [
            "--help", "help", "ticket --help", "help ticket", "ticket open -h", "help ticket open",
            "--json ticket --help", "ticket open acme --level 4 --subject x --help",
        ])
    func helpIsGiven(words: String) {
        let run = Run(line: words)
        #expect(run.code == 0 && run.errors.isEmpty)
        #expect(run.output.contains("USAGE: ") || run.output.contains("Usage: "))
    }

    @Test("where noun and verb exist, the arguments are named")
    func otherMistakes() {
        #expect(Run("status", "one", "two").errors.contains("unexpected arguments 'one', 'two'"))
        #expect(Run("--bogus", "ticket", "list").errors.contains("unknown option '--bogus'"))
        #expect(
            Run("--timeout", "x", "tiket").errors.contains("--timeout: x is not a span of time"))
        #expect(Run("tiket", "--version").output == "supportc 0.1.0\n")
    }
}
