import Foundation
import Testing

/// Arguments that cannot be meant: exit code 2, nothing sent, and words that help.
struct RefusedArgumentTests {
    static let name =
        "Acme is not a name; write 1 to 64 characters: a lower-case letter, then letters, digits, - _ ."

    private static let week =
        "is not a week; write YYYY-Www, such as 2026-W48, a day of it, this or next"

    @Test(arguments: [
        ("client show Acme", "client: \(name)"),
        (
            "ticket show 0",
            "ticket: 0 is not a number from 1; write one such as 12"
        ),
        (
            "ticket show 99999999999999999999",
            "ticket: 99999999999999999999 is not a number from 1; write one such as 12"
        ),
        (
            "ticket level 12 5",
            "level: 5 is not a level; write 1, 2, 3 or 4, which `supportc level list` describes"
        ),
        (
            "time add 12 90",
            "duration: 90 is not a duration of work; write 1m or more, such as 3h30m, 3:30, 3.5h or 90m"
        ),
        (
            "time add 12 0m",
            "duration: 0m is not a duration of work; write 1m or more, such as 3h30m, 3:30, 3.5h or 90m"
        ),
        (
            "hours acme --at 2026-02-29",
            "--at: 2026-02-29 is not a date; write YYYY-MM-DD"
        ),
        (
            "statement acme --cycle 2026-13",
            "--cycle: 2026-13 is not a cycle; write the month in which it begins, such as 2026-10, "
                + "or its number from 1"
        ),
        (
            "statement acme --format xml",
            "--format: xml is not one of table, json, csv, html"
        ),
        (
            "report desk --to 2026-10-01",
            "--to goes with --from; say from which day"
        ),
        (
            "report desk --month 2026-10 --from 2026-10-01",
            "--month does not go with --from and --to; choose one"
        ),
        (
            "report hours --from 2026-10-02 --to 2026-10-01",
            "--to 2026-10-01 is before --from 2026-10-02; swap them"
        ),
        ("report desk --force", "--force goes with --output"),
        (
            "report desk --json --output a.html",
            "--json does not go with --output a.html, whose ending says html; choose one"
        ),
        ("report desk -q --output a.html", "--quiet does not go with --output; choose one"),
        (
            "statement acme --format csv -q",
            "--quiet and --format do not go together; choose one"
        ),
        (
            "statement acme --format html --json",
            "--json and --format do not go together; choose one"
        ),
        (
            "hours Acme",
            "contract: Acme is not a contract; write its number, or the name of the client that has just one"
        ),
        (
            "ticket list --state lost",
            "--state: lost is not one of open, active, waiting, resolved, closed"
        ),
        (
            "ticket list --limit 10001",
            "--limit: 10001 is not a whole number; write one from 1 to 10000"
        ),
        (
            "ticket list --timeout 5",
            "--timeout: 5 is not a span of time; write one such as 500ms, 30s, 5m, 1h or 1d12h"
        ),
        (
            "client add acme --name A --zone Berlin!",
            "--zone: Berlin! is not a time zone; write one such as Europe/Berlin"
        ),
        ("time add 12 1.01h", "duration: 1.01h is not a duration of work"),
        ("time add 12 1:60", "duration: 1:60 is not a duration of work"),
        ("time add 12 1:5", "duration: 1:5 is not a duration of work"),
        ("time add 12 1h --on -9999d", "--on: -9999d is not a day; write YYYY-MM-DD, today, "),
        ("time add 12 1h --on 2026-11-31", "--on: 2026-11-31 is not a date; write YYYY-MM-DD"),
        ("time add 12 1h --on someday", "--on: someday is not a day"),
        ("ticket list --unassigned --assignee olena", "--unassigned and --assignee do not go"),
        ("ticket list --sort newst", "--sort: newst is not one of newest, oldest, level, "),
        ("ticket list --level 1 --level 9", "--level: 9 is not a level"),
        ("ticket list --json -q", "--json and --quiet do not go together; choose one"),
        ("ticket list --all --state open", "--all and --state do not go together; choose one"),
        ("ticket assign 12", "name a member of staff, or give --nobody"),
        ("ticket assign 12 olena --nobody", "name a member of staff, or give --nobody"),
        (
            "ticket open a --level 1 --subject s --contract 3 --on-demand",
            "--contract and --on-demand do not go together; choose one"
        ),
        (
            "time add 12 1h --agreed-by olena",
            "--agreed-by goes with --reason; say why"
        ),
        (
            "time stop --discard --note done",
            "--discard books nothing; give it alone or with --dry-run"
        ),
        ("time stop --late", "--late goes with --reason; say why"),
        ("time add 12 1h --late", "--late goes with --reason; say why"),
        ("time list --cycle 1", "--cycle goes with --contract; give both"),
        (
            "client set acme",
            "nothing to change; give --name, --zone, --mail, --no-mail or --language"
        ),
        (
            "client set acme --mail a --no-mail",
            "--mail and --no-mail do not go together; choose one"
        ),
        (
            "contract change acme",
            "nothing to change; give --package, --hours, --manager, --project, --extra "
                + "or --renewal"
        ),
        (
            "contract group 3 --cycles 2 --agreed-by olena --reason r",
            "--cycles: 2 is not two cycles; write them such as 2,3, which `supportc contract show` counts"
        ),
        (
            "contract group 3 --cycles 0,1 --agreed-by olena --reason r",
            "--cycles: 0,1 is not two cycles; write them such as 2,3, which `supportc contract show` counts"
        ),
        (
            "contract group 3 --cycles 1,2 --agreed-by olena --reason r --weekly-limit 0",
            "--weekly-limit: 0 is not a number of hours; write 1m to 74400h, such as 30, 30h or 7h30m"
        ),
        (
            "contract renew 3 --months 121",
            "--months: 121 is not a whole number; write one from 1 to 120"
        ),
        (
            "contract change 3 --renewal never",
            "--renewal: never is not one of manual, auto"
        ),
        ("staff set olena", "nothing to change; give --role, --user or --mail"),
        ("monitor set m", "nothing to change; give a check, its rhythm or --level"),
        (
            "plan set 12 --week 2026-W54",
            "--week: 2026-W54 \(week)"
        ),
        (
            "plan set 12 --week 2026-W00",
            "--week: 2026-W00 \(week)"
        ),
        (
            "plan set 12 --week 2025-W53",
            "--week: 2025-W53 \(week)"
        ),
        (
            "plan set 12 --week 2026-02-29",
            "--week: 2026-02-29 \(week)"
        ),
        (
            "plan set 12 --week 48",
            "--week: 48 \(week)"
        ),
        (
            "plan set 12 --estimate 0m",
            "--estimate: 0m is not a duration of work; write 1m or more, such as 3h30m, 3:30, 3.5h or 90m"
        ),
        (
            "plan set 12 --estimate=-3h",
            "--estimate: -3h is not a duration of work; write 1m or more, such as 3h30m, 3:30, 3.5h or 90m"
        ),
        (
            "plan set 12",
            "nothing to change; give --estimate, --week or --due, or --no- and its name"
        ),
        (
            "plan set 12 --week 2026-W48 --no-week",
            "--week and --no-week do not go together; choose one"
        ),
        (
            "plan show acme --weeks 27",
            "--weeks: 27 is not a whole number; write one from 1 to 26"
        ),
        (
            "plan suggest acme --key k",
            "--key and --if-version go with --apply; nothing else changes"
        ),
        ("status --live --json", "--live is for people; leave out --json and --quiet"),
        ("call - {}", "with - the parameters are in the lines; leave them out"),
        ("clock advance 1d --back", "--back goes with --set: time only passes forward"),
        (
            "clock advance 0s --set",
            "span: 0s is not a span of time; write one such as 500ms, 30s, 5m, 1h or 1d12h"
        ),
        ("client list 2026-11-31", "unexpected argument '2026-11-31'"),
        ("clock confirm --key k", "unknown option '--key'"),
        ("ticket close", "missing <ticket>"),
        ("ticket burn", "there is no command `ticket burn`"),
        ("plan suggest acme --dry-run", "--dry-run goes with --apply; nothing else changes"),
        ("ticket list --key k", "unknown option '--key'"),
    ])
    func areDistinguished(arguments: String, message: String) {
        let run = Run(line: arguments)
        let lines = run.said.split(separator: "\n").map(String.init)
        let asJSON = arguments.contains("--json")
        let parts = message.split(separator: "; ")
        #expect(
            asJSON
                ? parts.allSatisfy { run.errors.contains("\"\($0)\"") }
                : lines.first?.hasPrefix("supportc: \(message)") ?? false, "\(run.errors)")
        let isExplained = ![
            "ticket burn", "client list 2026-11-31", "ticket list --key k", "clock confirm --key k",
        ]
        .contains(arguments)
        #expect(asJSON || !run.errors.contains("--help` shows how") == isExplained, "\(run.errors)")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.sent.isEmpty)
    }

    @Test("all that is missing is named at once, with an example")
    func whatIsMissing() {
        #expect(
            Run("ticket", "open").errors == """
                supportc: missing <client>, --level <level> and --subject <text>
                  -> such as `supportc ticket open acme --level 1 --subject 'Checkout fails'`

                """)
        #expect(
            Run("ticket", "open", "acme", "--subject", "- x").errors
                .hasPrefix("supportc: missing --level <level>\n"))
        #expect(
            Run("--json", "time", "void").errors.contains("missing <entry> and --reason <text>"))
        #expect(Run("time", "add", "1").errors.hasPrefix("supportc: missing <duration>\n"))
    }

    @Test("what is too much is named")
    func whatIsUnexpected() {
        #expect(
            Run("status", "bogus").errors == """
                supportc: unexpected argument 'bogus'
                  -> `supportc status --help` shows how

                """)
        #expect(
            Run("ticket", "note", "12", "one", "- two", "-q", "--", "--three").errors
                .hasPrefix("supportc: unexpected arguments '- two', '--three'\n"))
        #expect(Run("status", "--live=no").code == 2)
    }

    @Test(
        "an unknown option is named with the nearest, before what is missing",
        arguments: [
            ("ticket open acme --lev 3", "unknown option '--lev'; did you mean '--level'?"),
            ("ticket open --levle=3", "unknown option '--levle'; did you mean '--level'?"),
            (
                "ticket list --asignee olena",
                "unknown option '--asignee'; did you mean '--assignee'?"
            ),
            ("ticket list -json", "unknown option '-json'; did you mean '--json'?"),
            ("apply -qf a.toml --dryrun", "unknown option '--dryrun'; did you mean '--dry-run'?"),
            ("time add 12 2h --on", "missing value for '--on <day>'"),
            ("ticket list --limit --all", "missing value for '--limit <number>'"),
        ])
    func nearestOption(words: String, message: String) {
        let run = Run(line: words)
        #expect(run.errors == "supportc: \(message)\n")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test("an unknown option without a near one")
    func unknownOption() {
        #expect(
            Run("ticket", "note", "12", "--lost").errors == """
                supportc: unknown option '--lost'
                  -> put -- before it if it is a text

                """)
        #expect(
            Run("ticket", "list", "--bogus", "-x").errors == """
                supportc: unknown option '--bogus'
                  -> `supportc ticket list --help` shows how

                """)
    }

    @Test(arguments: [(128, Int32(0)), (129, 2)])
    func aKeyIsBounded(bytes: Int, code: Int32) {
        let key = String(repeating: "k", count: bytes)
        let run = Run("ticket", "close", "12", "--key", key, result: Samples.ticket)
        #expect(run.code == code)
        #expect(run.errors.contains("a key has 1 to 128 bytes") == (code == 2))
    }

    @Test func aNounAloneShowsItsVerbsAsAWrongRequest() {
        let run = Run("ticket")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("reopen"))
        #expect(Run().code == 2)
    }

    @Test func helpAndVersionAreAnswers() {
        let help = Run("ticket", "open", "--help")
        #expect(help.code == 0)
        #expect(help.output.contains("Example:\n  supportc ticket open acme"))
        #expect(help.errors.isEmpty)
        #expect(Run("help", "time", "add").output.contains("--dry-run"))
        #expect(Run("--version").output == "supportc 0.1.0\n")
        #expect(Run("--help").output.contains("Ends with 0 when done"))
    }
}
