import SupportCommands
import Testing

struct ArgumentOrderTests {
    @Test(arguments: [
        ("", ""),
        ("ticket list", "ticket list"),
        ("--json ticket list", "ticket list --json"),
        ("-q --timeout 5s ticket list --all", "ticket list --all -q --timeout 5s"),
        ("--socket /run/a --key=k ticket close 3", "ticket close 3 --socket /run/a --key=k"),
        ("ticket --json list", "ticket list --json"),
        ("status --json --live", "status --live --json"),
        ("--json status", "status --json"),
        ("--json call desk.status -- --x", "call desk.status --json -- --x"),
        ("--json", ""),
        ("--json --help", "--help"),
        ("--json --version", "--version"),
        ("--json help ticket", "help ticket"),
        ("--bogus ticket list", "--bogus ticket list"),
        ("--json --bogus ticket", "--bogus ticket"),
        ("ticket note 12 --json", "ticket note 12 --json"),
        ("--socket --json ticket list", "ticket list --socket --json"),
    ])
    func generalOptionsMoveBehindTheWords(given: String, sorted: String) throws {
        let arguments = given.split(separator: " ").map(String.init)
        #expect(try ArgumentOrder.sorted(arguments).joined(separator: " ") == sorted)
    }

    @Test(arguments: ["--socket", "--timeout", "--key", "--if-version"])
    func aValueThatIsMissingIsTold(option: String) {
        let fault = #expect(throws: ArgumentOrder.MissingValue.self) {
            try ArgumentOrder.sorted(["--json", option])
        }
        #expect(fault?.option == option)
        let run = Run(option)
        #expect(run.errors == "supportc: Missing value for '\(option)'\n")
        #expect(run.code == 2)
    }

    @Test func optionsWorkOnEitherSide() {
        let answer = #"{"clients":[]}"#
        let before = Run("--json", "--timeout", "9s", "client", "list", result: answer)
        let after = Run("client", "list", "--timeout", "9s", "--json", result: answer)
        #expect(before.output == "{\"v\":1,\"clients\":[]}\n")
        #expect(after.output == before.output)
        #expect(before.code == 0 && after.code == 0)
    }

    @Test(
        "a text may begin with a dash, and nothing else is a number below zero",
        arguments: [
            (["time", "add", "2", "-3h"], "-3h"), (["contract", "show", "-1"], "-1"),
            (["time", "add", "2", "1h", "--note", "-5 x"], nil), (["--", "-3h"], nil),
            (["ticket", "list", "-q"], nil),
        ] as [([String], String?)])
    func negativeNumbers(arguments: [String], found: String?) {
        #expect(ArgumentOrder.negativeNumber(in: arguments) == found)
    }

    @Test func aNegativeValueIsRefusedPlainly() {
        let run = Run("time", "add", "2", "-5h")
        #expect(run.errors == "supportc: '-5h' is negative, which no value here can be\n")
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test func aTextThatBeginsWithADashIsJoined() throws {
        #expect(
            try ArgumentOrder.sorted(["ticket", "note", "--subject", "- a", "--body", "-"])
                == ["ticket", "note", "--subject=- a", "--body", "-"])
        let missing = ["time", "add", "2", "2h", "--note", "--dry-run"]
        #expect(try ArgumentOrder.sorted(missing) == missing)
    }
}
