import SupportClient
import Testing

/// When a long answer at a terminal goes through a pager, and through which.
struct PagerTests {
    private static let clients = (1...9).map { index in
        Samples.client.replacing(#""acme""#, with: #""c\#(index)""#)
    }.joined(separator: ",")
    private static let list = #"{"clients":[\#(clients)]}"#

    /// A list of ten lines at a terminal of so many, with these variables.
    private func run(
        _ arguments: String..., rows: Int = 10, terminal: Bool = true,
        with environment: [String: String] = [:]
    ) -> Run {
        Run(["client", "list"] + arguments, desk: FakeDesk(result: Self.list)) { console in
            console.outputIsTerminal = terminal
            console.outputWindow = Window(columns: 100, rows: rows)
            console.commands = ["less", "more", "cat", "/opt/my pager"]
            console.environment["TERM"] = "xterm"
            console.environment.merge(environment) { $1 }
        }
    }

    @Test("what does not fit the window goes through less, unless another is named")
    func named() {
        #expect(run().pagers == ["less"])
        #expect(run(with: ["PAGER": "more"]).pagers == ["more"])
        #expect(run(with: ["PAGER": "more", "SUPPORTC_PAGER": "less -S"]).pagers == ["less -S"])
        #expect(run(with: ["PAGER": "more"]).output.isEmpty)
        #expect(run().paged == run("--no-pager").output)
    }

    @Test("the configuration file names it where the environment does not")
    func configured() {
        func run(_ environment: [String: String] = [:]) -> Run {
            Run(["client", "list"], desk: FakeDesk(result: Self.list)) { console in
                console.outputIsTerminal = true
                console.outputWindow = Window(columns: 100, rows: 10)
                console.commands = ["less", "more"]
                console.files["/c"] = Array("pager = \"more\"\n".utf8)
                let own = ["TERM": "xterm", "SUPPORTC_CONFIG": "/c"].merging(environment) { $1 }
                console.environment.merge(own) { $1 }
            }
        }
        #expect(run().pagers == ["more"])
        #expect(run(["PAGER": "less"]).pagers == ["less"])
    }

    @Test("what leaves room for the next prompt is printed at once")
    func short() {
        #expect(run(rows: 11).pagers.isEmpty)
        #expect(run(rows: 11).output.split(separator: "\n").count == 10)
    }

    @Test("a line that the terminal breaks counts as several")
    func broken() {
        let body = String(repeating: "a", count: 350)
        let answer =
            #"{"client":\#(Samples.client),"contracts":[],"live_tickets":2,"monitors":1,"#
            + #""notes":[{"at":"2026-11-23T18:32:54.000Z","by":"bob:1","text":"\#(body)"}]}"#
        for (rows, isPaged) in [(14, true), (15, false)] {
            let run = Run("client", "show", "acme", result: answer) { console in
                console.outputIsTerminal = true
                console.environment["TERM"] = "xterm"
                console.outputWindow = Window(columns: 100, rows: rows)
            }
            // Ten lines, of which the last takes four.
            #expect(run.pagers.isEmpty != isPaged, "\(rows)")
        }
    }

    @Test("COLUMNS and LINES say how large the window is, as other programs have it")
    func variables() {
        #expect(run(rows: 50, with: ["LINES": "10"]).pagers == ["less"])
        #expect(run(with: ["LINES": "11"]).pagers.isEmpty)
        #expect(run(with: ["COLUMNS": "9223372036854775807"]).pagers == ["less"])
        #expect(run(with: ["LINES": "0"]).pagers == ["less"], "no size")
        #expect(run("--no-pager", with: ["COLUMNS": "20"]).output.contains("…"))
    }

    @Test(
        "nothing, cat and --no-pager mean none",
        arguments: [["PAGER": ""], ["PAGER": "cat"], ["SUPPORTC_PAGER": " ", "PAGER": "more"]])
    func none(environment: [String: String]) {
        let run = run(with: environment)
        #expect(run.pagers.isEmpty)
        #expect(run.output == self.run("--no-pager").output)
        #expect(run.errors.isEmpty)
        #expect(self.run("--no-pager", with: ["PAGER": "more"]).pagers.isEmpty)
    }

    @Test("nor is there one without a terminal that can move its cursor")
    func terminals() {
        #expect(run(terminal: false).pagers.isEmpty)
        #expect(run(with: ["TERM": "dumb"]).pagers.isEmpty)
        #expect(run(with: ["TERM": ""]).pagers.isEmpty)
    }

    @Test("a pager that is not there is told, and the answer printed")
    func missing() {
        let run = run(with: ["PAGER": "moar -x"])
        #expect(run.pagers.isEmpty)
        #expect(run.output == self.run("--no-pager").output)
        #expect(
            run.errors == "supportc: PAGER is moar -x, which cannot be run; the answer is printed "
                + "without a pager\n")
        #expect(run.code == 0)
        // What only the shell can read is left to it.
        #expect(self.run(with: ["PAGER": "'/opt/my pager' -x"]).pagers == ["'/opt/my pager' -x"])
    }

    @Test("JSON goes through it too")
    func json() {
        #expect(run("--json").pagers == ["less"])
        #expect(run("--json", terminal: false).pagers.isEmpty)
    }
}
