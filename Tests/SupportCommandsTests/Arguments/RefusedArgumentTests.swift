import Foundation
import Testing

/// Arguments that cannot be meant: exit code 2, nothing sent, and words that help.
struct RefusedArgumentTests {
    static let name =
        "a name is 1 to 64 characters: a lower-case letter, then letters, digits, - _ ."

    private static let week =
        "a week of the calendar is wanted, such as 2026-W48, or a day of it, such as 2026-11-23"

    @Test(arguments: [
        ("client show Acme", "The value 'Acme' is invalid for '<client>': \(name)"),
        (
            "ticket show 0",
            "The value '0' is invalid for '<ticket>': a number from 1 is wanted, such as 12"
        ),
        (
            "ticket show 99999999999999999999",
            "The value '99999999999999999999' is invalid for '<ticket>': "
                + "a number from 1 is wanted, such as 12"
        ),
        (
            "ticket level 12 5",
            "The value '5' is invalid for '<level>': "
                + "a level is 1, 2, 3 or 4; `supportc level list` describes them"
        ),
        (
            "time add 12 90",
            "The value '90' is invalid for '<duration>': "
                + "hours and minutes are wanted, 1m or more, such as 3h30m, 2h or 45m"
        ),
        (
            "time add 12 0m",
            "The value '0m' is invalid for '<duration>': "
                + "hours and minutes are wanted, 1m or more, such as 3h30m, 2h or 45m"
        ),
        (
            "hours acme --at 2026-02-29",
            "The value '2026-02-29' is invalid for '--at <date>': "
                + "a date of the calendar is wanted, such as 2026-11-23"
        ),
        (
            "statement acme --cycle 2026-13",
            "The value '2026-13' is invalid for '--cycle <cycle>': "
                + "a cycle is named by the month in which it begins, such as 2026-10, "
                + "or by its number from 1"
        ),
        (
            "statement acme --format xml",
            "The value 'xml' is invalid for '--format <format>': "
                + "one of table, json, csv, html is wanted"
        ),
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
            "The value 'Acme' is invalid for '<contract>': "
                + "name a contract by its number, or the client that has just one"
        ),
        (
            "ticket list --state lost",
            "The value 'lost' is invalid for '--state <state>': "
                + "one of open, active, resolved, closed is wanted"
        ),
        (
            "ticket list --limit 10001",
            "The value '10001' is invalid for '--limit <number>': "
                + "a whole number from 1 to 10000 is wanted"
        ),
        (
            "ticket list --timeout 5",
            "The value '5' is invalid for '--timeout <span>': "
                + "a span of time is wanted, such as 500ms, 30s, 5m, 1h or 1d12h"
        ),
        (
            "client add acme --name A --zone Berlin!",
            "The value 'Berlin!' is invalid for '--zone <zone>': "
                + "a time zone is wanted, such as Europe/Berlin"
        ),
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
        (
            "time add 12 1h --reason forgotten",
            "--reason goes with --agreed-by or --late; give one or leave it out"
        ),
        ("time list --cycle 1", "--cycle goes with --contract; give both"),
        ("client set acme", "nothing to change; give --name, --zone, --mail or --no-mail"),
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
            "The value '2' is invalid for '--cycles <a,b>': "
                + "two cycles are wanted, such as 2,3; `supportc contract show` counts them"
        ),
        (
            "contract group 3 --cycles 0,1 --agreed-by olena --reason r",
            "The value '0,1' is invalid for '--cycles <a,b>': "
                + "two cycles are wanted, such as 2,3; `supportc contract show` counts them"
        ),
        (
            "contract group 3 --cycles 1,2 --agreed-by olena --reason r --weekly-limit 0",
            "The value '0' is invalid for '--weekly-limit <hours>': "
                + "hours are wanted, 1m to 74400h, such as 30, 30h or 7h30m"
        ),
        (
            "contract renew 3 --months 121",
            "The value '121' is invalid for '--months <number>': "
                + "a whole number from 1 to 120 is wanted"
        ),
        (
            "contract change 3 --renewal never",
            "The value 'never' is invalid for '--renewal <policy>': "
                + "one of manual, auto is wanted"
        ),
        ("staff set olena", "nothing to change; give --role, --user or --mail"),
        ("monitor set m", "nothing to change; give a check, its rhythm or --level"),
        (
            "plan set 12 --week 2026-W54",
            "The value '2026-W54' is invalid for '--week <week>': \(week)"
        ),
        (
            "plan set 12 --week 2026-W00",
            "The value '2026-W00' is invalid for '--week <week>': \(week)"
        ),
        (
            "plan set 12 --week 2025-W53",
            "The value '2025-W53' is invalid for '--week <week>': \(week)"
        ),
        (
            "plan set 12 --week 2026-02-29",
            "The value '2026-02-29' is invalid for '--week <week>': \(week)"
        ),
        (
            "plan set 12 --week 48",
            "The value '48' is invalid for '--week <week>': \(week)"
        ),
        (
            "plan set 12 --estimate 0m",
            "The value '0m' is invalid for '--estimate <duration>': "
                + "hours and minutes are wanted, 1m or more, such as 3h30m, 2h or 45m"
        ),
        (
            "plan set 12 --estimate=-3h",
            "The value '-3h' is invalid for '--estimate <duration>': "
                + "hours and minutes are wanted, 1m or more, such as 3h30m, 2h or 45m"
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
            "The value '27' is invalid for '--weeks <number>': "
                + "a whole number from 1 to 26 is wanted"
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
            "The value '0s' is invalid for '<span>': "
                + "a span of time is wanted, such as 500ms, 30s, 5m, 1h or 1d12h"
        ),
        ("clock confirm --key k", "Unknown option '--key'"),
        ("ticket close", "Missing expected argument '<ticket>'"),
        ("ticket burn", "There is no command `ticket burn`"),
        ("plan suggest acme --dry-run", "--dry-run goes with --apply; nothing else changes"),
        ("ticket list --key k", "Unknown option '--key'"),
    ])
    func areDistinguished(arguments: String, message: String) {
        let run = Run(
            arguments.split(separator: " ").map(String.init), desk: FakeDesk(result: "{}"))
        let lines = run.errors.split(separator: "\n").map(String.init)
        let asJSON = arguments.contains("--json")
        #expect(
            asJSON
                ? run.errors.contains(message)
                : lines.first?.hasPrefix("supportc: \(message)") ?? false, "\(run.errors)")
        #expect(asJSON || (lines.last?.hasSuffix("--help` shows how") ?? false), "\(run.errors)")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.sent.isEmpty)
    }

    @Test func theUsageOfTheCommandIsTheWayOut() {
        #expect(
            Run("ticket", "open", "acme").errors == """
                supportc: Missing expected argument '--level <level>'
                  -> `supportc ticket open --help` shows how

                """)
        #expect(
            Run("status", "bogus").errors == """
                supportc: Unexpected argument 'bogus'
                  -> `supportc status --help` shows how

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

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionIsGenerated(shell: String) {
        let run = Run("--generate-completion-script", shell)
        #expect(run.code == 0)
        #expect(run.output.contains("supportc"))
        #expect(run.output.contains("reopen"))
    }

    @Test("a shell offers the options of every command before the noun, and no key to a reader")
    func completionOffersTheOptionsOfEveryCommand() {
        let script = Run("--generate-completion-script", "bash").output
        func offered(_ function: String) -> String {
            let body = script.components(separatedBy: "\n\(function)() {\n").last ?? ""
            return body.components(separatedBy: "\n}\n").first ?? ""
        }
        let general = "--socket --timeout"
        #expect(offered("_supportc").contains("options=(\(general) --key --if-version)"))
        #expect(offered("_supportc_ticket_close").contains("(\(general) --key --if-version)"))
        #expect(offered("_supportc_clock_advance").contains("options=(\(general))"))
        #expect(!offered("_supportc_ticket_list").contains("--key"))
    }
}
