import SupportClient
import SupportCommands

/// One run of `supportc` against a fake desk: what it printed, sent and ended with.
struct Run {
    let output: String
    let errors: String
    let code: Int32
    /// Standard error with each way out on the line of its error, after a semicolon.
    var said: String { errors.replacing("\n  -> ", with: "; ") }
    /// The pagers that were started, and what went through them.
    let pagers: [String]
    let paged: String
    /// The lines that the desk got.
    let sent: [String]

    /// The parameters of the first request; empty for none.
    var params: String {
        guard let first = sent.first, let start = first.firstRange(of: "\"params\":") else {
            return ""
        }
        return String(first[start.upperBound...].dropLast())
    }

    /// Runs with arguments as a shell would cut them, against a desk whose answer is always this.
    init(
        _ arguments: String..., result: String = "{}",
        prepare: (FakeConsole) -> Void = { _ in }
    ) {
        self.init(arguments, desk: FakeDesk(result: result), prepare: prepare)
    }

    /// Runs with arguments that stand on one line with blanks between them.
    init(line: String, result: String = "{}") {
        self.init(line.split(separator: " ").map(String.init), desk: FakeDesk(result: result))
    }

    /// Runs against a desk, which is stopped afterwards.
    init(
        _ arguments: [String], desk: FakeDesk, prepare: (FakeConsole) -> Void = { _ in }
    ) {
        let console = FakeConsole()
        console.environment["SUPPORTD_SOCKET"] = desk.path
        prepare(console)
        code = Supportc.run(arguments, console: console)
        desk.stop()
        output = console.output
        errors = console.errors
        pagers = console.pagers
        paged = console.paged
        sent = desk.lines
    }
}
