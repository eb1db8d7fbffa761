import Testing

/// What a user sets in `config.toml` holds where neither the line nor the environment says it.
struct SettingsTests {
    static let path = "/u/ann/.config/supportc/config.toml"

    /// Runs with a configuration file and the environment of a user.
    static func run(
        _ arguments: [String], _ file: String, result: String = #"{"clients":[]}"#,
        _ environment: [String: String] = [:]
    ) -> Run {
        Run(arguments, desk: FakeDesk(result: result)) {
            $0.environment["HOME"] = "/u/ann"
            $0.files[path] = Array(file.utf8)
            $0.environment.merge(environment) { $1 }
        }
    }

    @Test func aFileThatIsNotThereChangesNothing() {
        let run = Run("client", "list", result: #"{"clients":[]}"#) {
            $0.environment["HOME"] = "/u/ann"
        }
        #expect(run.code == 0)
        #expect(run.errors == "no clients\n")
    }

    @Test("the socket is that of the option, else of the environment, else of the file")
    func socket() {
        let other = FakeDesk(result: #"{"clients":[]}"#)
        defer { other.stop() }
        let file = "socket = \"\(other.path)\""
        let nowhere = ["SUPPORTD_SOCKET": "/nowhere.sock"]
        #expect(Self.run(["client", "list"], file, ["SUPPORTD_SOCKET": ""]).code == 0)
        #expect(other.lines.count == 1)
        #expect(Self.run(["client", "list"], file, nowhere).code == 5)
        let option = ["client", "list", "--socket", other.path]
        #expect(Self.run(option, "socket = \"/nowhere.sock\"", nowhere).code == 0)
        #expect(other.lines.count == 2)
    }

    @Test(
        "the format is that of the option, else of the environment, else of the file",
        arguments: [
            (["client", "list"], "json", nil, #"{"v":1,"clients":[]}"# + "\n"),
            (["client", "list"], "table", "json", #"{"v":1,"clients":[]}"# + "\n"),
            (["client", "list"], "json", "table", ""),
            (["client", "list", "--table"], "json", nil, ""),
            (["--table", "client", "list"], "table", "json", ""),
            (["client", "list", "--json"], "quiet", "table", #"{"v":1,"clients":[]}"# + "\n"),
            (["client", "list", "-q"], "json", nil, ""),
        ])
    func format(arguments: [String], file: String, variable: String?, output: String) {
        let environment = variable.map { ["SUPPORTC_FORMAT": $0] } ?? [:]
        let run = Self.run(arguments, "format = \"\(file)\"", environment)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output == output)
    }

    @Test func onlyNamesWhereTheFileSaysSo() {
        let result = #"{"clients":[\#(Samples.client)]}"#
        #expect(
            Self.run(["client", "list"], "format = 'quiet'", result: result).output == "acme\n")
    }

    @Test("what prints something else than an answer keeps its form")
    func formatOfOthers() {
        let csv = Self.run(
            ["export", "tickets"], "format = \"json\"", result: #"{"tickets":[],"more":false}"#)
        #expect(csv.code == 0 && !csv.output.hasPrefix("{"), "\(csv.errors)")
        #expect(Self.run(["call", "client.list"], "format = \"quiet\"").code == 0)
        let statement = Self.run(["statement", "acme", "--format", "csv"], "format = \"json\"")
        #expect(statement.sent.count == 1, "no two formats at once")
    }

    @Test func anUnknownFormatOfTheEnvironmentIsRefused() {
        let run = Self.run(["client", "list"], "", ["SUPPORTC_FORMAT": "xml"])
        #expect(
            run.errors == "supportc: SUPPORTC_FORMAT: xml is not one of table, json, quiet\n")
        #expect(run.code == 2)
    }

    @Test("XDG_CONFIG_HOME holds before HOME, SUPPORTC_CONFIG before both")
    func place() {
        func output(_ environment: [String: String]) -> String {
            Run(["client", "list"], desk: FakeDesk(result: #"{"clients":[\#(Samples.client)]}"#)) {
                $0.environment.merge(environment) { $1 }
                $0.files["/x/supportc/config.toml"] = Array("format = 'quiet'".utf8)
                $0.files["/h/.config/supportc/config.toml"] = Array("format = 'json'".utf8)
                $0.files["/own.toml"] = Array("format = 'table'".utf8)
            }.output
        }
        #expect(output(["XDG_CONFIG_HOME": "/x", "HOME": "/h"]) == "acme\n")
        #expect(output(["XDG_CONFIG_HOME": "x", "HOME": "/h"]).hasPrefix("{"))
        #expect(output(["HOME": "/h"]).hasPrefix("{"))
        #expect(output(["HOME": "/h", "SUPPORTC_CONFIG": "/own.toml"]).hasPrefix("CLIENT"))
        #expect(output(["HOME": "/h", "SUPPORTC_CONFIG": ""]).hasPrefix("CLIENT"))
        let missing = Run("client", "list") { $0.environment["SUPPORTC_CONFIG"] = "/none.toml" }
        #expect(missing.code == 2)
        #expect(missing.errors.hasPrefix("supportc: /none.toml: there is no such file\n"))
    }

    @Test(
        "a mistake is told with file, line, key and way out, and nothing is sent",
        arguments: [
            ("\nsokcet = \"/a\"", "line 2, sokcet: there is no such key; did you mean socket?"),
            ("colour = true", "line 1, colour: there is no such key"),
            (
                "socket = 3",
                "line 1, socket: is not one line of text; write a path that begins with /, in quotes"
            ),
            (
                "socket = \"a.sock\"",
                "line 1, socket: \"a.sock\" does not begin with /; "
                    + "write a path that begins with /, in quotes"
            ),
            (
                "format = \"jsn\"",
                "line 1, format: \"jsn\" is not one of table, json, quiet; did you mean json?"
            ),
            (
                "zone = \"Berlin Mitte\"",
                "line 1, zone: \"Berlin Mitte\" is not a time zone; write one such as "
                    + "\"Europe/Berlin\""
            ),
            (
                "pager = false",
                "line 1, pager: is not one line of text; write a command in quotes, or \"\" for none"
            ),
            ("aliases = 1", "line 1, aliases: is not a table; write [aliases]"),
            ("socket = ", "line 1: it is not TOML: expected a value; a text stands in quotes"),
        ])
    func mistakes(file: String, said: String) {
        let run = Self.run(["client", "list"], file)
        #expect(
            run.errors == """
                supportc: \(Self.path) has 1 mistake
                \(said)
                  -> mend the file, or set SUPPORTC_CONFIG to nothing to do without it

                """)
        #expect(run.code == 2)
        #expect(run.sent.isEmpty)
    }

    @Test func allMistakesAreToldAtOnceInTheirOrder() {
        let run = Self.run(["--json", "client", "list"], "zone = 1\nformat = 2\n[aliases]\nx = ''")
        #expect(run.errors.contains("has 3 mistakes"))
        let places = ["\"zone\"", "\"format\"", "\"aliases.x\""].map {
            run.errors.firstRange(of: $0)?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test func isBounded() {
        let most = String(repeating: "#", count: 65_536)
        #expect(Self.run(["client", "list"], most).code == 0)
        let over = Self.run(["client", "list"], most + "#")
        #expect(over.errors.contains("line 1: it holds more than 65536 bytes\n"))
    }

    @Test func helpIsGivenAllTheSame() {
        #expect(Self.run(["ticket", "--help"], "nonsense").code == 0)
        #expect(Self.run(["--version"], "nonsense").output == "supportc 0.1.0\n")
        let alias = Self.run(["t", "--help"], "[aliases]\nt = \"ticket list\"")
        #expect(alias.output.contains("List tickets, newest first."))
        #expect(Self.run(["--generate-completion-script", "bash"], "nonsense").code == 0)
    }
}
