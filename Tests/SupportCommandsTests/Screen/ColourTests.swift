import Testing

struct ColourTests {
    private static let list = #"{"monitors":[\#(Samples.monitor)]}"#
    private static let escape = "\u{1B}["

    private func output(
        terminal: Bool = true, _ environment: [String: String] = ["TERM": "xterm"]
    ) -> String {
        Run("monitor", "list", result: Self.list) { console in
            console.outputIsTerminal = terminal
            console.environment.merge(environment) { $1 }
        }.output
    }

    @Test func aTerminalGetsColours() {
        let output = output()
        #expect(output.contains("\u{1B}[31mdown\u{1B}[0m"))
        #expect(output.contains("\u{1B}[31m1\u{1B}[0m"))
    }

    @Test func coloursDoNotMoveTheColumns() {
        let plain = self.output(terminal: false)
        var bare = output()
        for code in [0, 1, 2, 31, 32, 33] { bare = bare.replacing("\u{1B}[\(code)m", with: "") }
        #expect(bare == plain)
    }

    @Test func everythingElseGetsNone() {
        #expect(!output(terminal: false).contains(Self.escape))
        #expect(!output(["NO_COLOR": "1"]).contains(Self.escape))
        #expect(!output(["TERM": "dumb"]).contains(Self.escape))
        #expect(output(["NO_COLOR": "", "TERM": "xterm"]).contains(Self.escape))
    }

    @Test func jsonIsLaidOutOnATerminalOnly() {
        let list = Run("--json", "client", "list", result: #"{"clients":[],"x":"\#u{9B}"}"#) {
            $0.outputIsTerminal = true
        }
        #expect(list.output == "{\n  \"v\": 1,\n  \"clients\": [],\n  \"x\": \"\\u009b\"\n}\n")
    }
}
