import Testing

/// Nouns and verbs that do not exist: exit code 2, nothing sent, and the nearest that does.
struct UnknownCommandTests {
    @Test(arguments: [
        ("tickets", "There is no command `tickets`. Did you mean `ticket`?", "supportc"),
        ("tiket", "There is no command `tiket`. Did you mean `ticket`?", "supportc"),
        ("tiket lst --all", "There is no command `tiket`. Did you mean `ticket`?", "supportc"),
        ("time ad", "There is no command `time ad`. Did you mean `time add`?", "supportc time"),
        (
            "time ad 12 1h --note x", "There is no command `time ad`. Did you mean `time add`?",
            "supportc time"
        ),
        (
            "--timeout 5s -q --key k ticket --socket x lst",
            "There is no command `ticket lst`. Did you mean `ticket list`?", "supportc ticket"
        ),
        ("ticket burn 12 13", "There is no command `ticket burn`", "supportc ticket"),
        ("backup --help", "There is no command `backup`", "supportc"),
        ("help backup", "There is no command `backup`", "supportc"),
        ("help ticket burn", "There is no command `ticket burn`", "supportc ticket"),
        ("ticket -h burn", "There is no command `ticket burn`", "supportc ticket"),
        ("bogus and more", "There is no command `bogus`", "supportc"),
    ])
    func theNearestIsNamed(words: String, message: String, group: String) {
        let run = Run(
            words.split(separator: " ").map(String.init), desk: FakeDesk(result: "{}"))
        #expect(
            run.errors == """
                supportc: \(message)
                  -> `\(group) --help` shows how

                """)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.sent.isEmpty)
    }

    @Test func asJSON() {
        let run = Run("--json", "tiket", "list")
        #expect(run.errors.contains("There is no command `tiket`. Did you mean `ticket`?"))
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
        let run = Run(words.split(separator: " ").map(String.init), desk: FakeDesk(result: "{}"))
        #expect(run.code == 0 && run.errors.isEmpty)
        #expect(run.output.contains("USAGE: ") || run.output.contains("Usage: "))
    }

    @Test("where noun and verb exist, the parser's word stands")
    func otherMistakes() {
        #expect(Run("status", "one", "two").errors.contains("2 unexpected arguments"))
        #expect(Run("--bogus", "ticket", "list").errors.contains("Unknown option '--bogus'"))
        #expect(Run("--timeout", "x", "tiket").errors.contains("The value 'x' is invalid"))
        #expect(Run("tiket", "--version").output == "supportc 0.1.0\n")
    }
}
