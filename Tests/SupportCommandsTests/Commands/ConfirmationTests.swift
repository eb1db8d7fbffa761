import Testing

/// What ends something is asked for at a terminal, and only there.
struct ConfirmationTests {
    private static let commands = [
        (
            "contract terminate acme --reason r --last-day 2026-11-30",
            "end contract acme after 2026-11-30"
        ),
        ("contract terminate 3 --reason r", "end contract 3 after today"),
        ("client archive acme", "archive client acme"),
        ("monitor remove acme-shop", "remove monitor acme-shop"),
        ("staff remove olena", "remove olena from the staff"),
        ("access remove acme ftp", "remove the ftp access of acme"),
        ("time void 41 --reason r", "void entry 41"),
    ]

    private static func run(
        _ words: String, typed: String = "", input: Bool = true, errors: Bool = true
    ) -> Run {
        Run(words.split(separator: " ").map(String.init), desk: FakeDesk(result: "{}")) {
            $0.inputIsTerminal = input
            $0.errorIsTerminal = errors
            $0.input = Array(typed.utf8)
        }
    }

    @Test(arguments: commands)
    func nothingButYesGoesOn(words: String, act: String) {
        for typed in ["", "\n", "n\n", "no\n", "yess\n", "y n\n"] {
            let run = Self.run(words, typed: typed)
            #expect(
                run.errors == """
                    \(act)? [y/N] supportc: not confirmed; nothing was changed
                      -> answer y, or give --yes

                    """)
            #expect(run.code == 3)
            #expect(run.sent.isEmpty)
            #expect(run.output.isEmpty)
        }
        for typed in ["y\n", "Y\n", " yes \n", "YES\n"] {
            let run = Self.run(words, typed: typed)
            #expect(run.errors.hasPrefix("\(act)? [y/N] "))
            #expect(run.sent.count == 1)
        }
    }

    @Test("nobody is asked without a terminal, for a dry run, or with --yes", arguments: commands)
    func isNotAsked(words: String, act: String) {
        let runs = [
            Self.run(words, input: false), Self.run(words, errors: false),
            Self.run("\(words) --yes"), Self.run("\(words) --dry-run"),
        ]
        for run in runs {
            #expect(!run.errors.contains("[y/N]"))
            #expect(run.sent.count == 1)
        }
    }

    @Test func nothingElseAsks() {
        let run = Self.run("ticket close 12")
        #expect(!run.errors.contains("[y/N]"))
        #expect(Self.run("ticket close 12 --yes").errors.contains("unknown option '--yes'"))
    }
}
