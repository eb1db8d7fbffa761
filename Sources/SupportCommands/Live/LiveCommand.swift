import ArgumentParser
import SupportClient
import SupportModel
import SupportTerminal
import SupportWire

/// `supportc status --live`.
struct LiveCommand {
    private let options: ReadOptions
    /// After so long an answer counts as none, where `--timeout` does not say less.
    private static let answerMax = Duration.seconds(5)

    init(_ options: ReadOptions) {
        self.options = options
    }

    /// Shows the desk until the person ends it. What would refuse `supportc status` refuses it before
    /// the screen is taken over.
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try expectTerminal(invocation.console)
        var connection = try invocation.connect(options)
        let reading = try LiveReading.read(&connection)
        let screen = try open(invocation)
        defer { screen.close() }
        let desk = BackgroundDesk<LiveNews>(
            socketPath: invocation.socketPath(options),
            timeout: min(.milliseconds(options.timeout), Self.answerMax), wake: screen.wake)
        try desk.start { $0.news }
        var run = LiveRun(
            screen, desk, LiveView(invocation.screen, screen.size, reading),
            keys: ChangeKeys(run: ClientRun.name))
        let end = run.run()
        screen.close()
        switch end {
        case .settled: return .done
        case .refused(let change, let error):
            Self.giveBack(change, in: invocation)
            throw error
        case .unheard(let change):
            Self.giveBack(change, in: invocation)
            throw WireError(
                .timedOut, "timed-out",
                "nothing was heard of the last change of ticket \(change.ticket); it is not known "
                    + "whether it was done",
                hint: "look before you repeat it: supportc ticket show \(change.ticket)")
        }
    }

    /// Writes the text of a note that may not be written, so that it is not lost with the screen.
    private static func giveBack(_ change: LiveChange, in invocation: Invocation) {
        guard case .note(let text) = change.kind else { return }
        invocation.console.complain(
            "note on ticket \(change.ticket): \(PrintableText.line(text))\n")
    }

    private func expectTerminal(_ console: any Console) throws {
        guard console.outputIsTerminal, console.inputIsTerminal else {
            throw ValidationError(
                "--live needs a terminal for its screen and its keys; `supportc status` prints once"
            )
        }
        guard let name = console.variable("TERM"), !["", "dumb"].contains(name) else {
            throw Self.unfit(
                "--live needs a terminal whose cursor can be moved, and TERM says none")
        }
    }

    private func open(_ invocation: Invocation) throws -> any FullScreen {
        let name = PrintableText.line(invocation.console.variable("TERM") ?? "")
        do {
            return try invocation.openScreen(invocation.screen.palette.isColoured)
        } catch TerminalScreen.Trouble.unknown {
            throw WireError(
                .usage, "usage", "this host knows no terminal `\(name)`, which TERM names",
                hint: "set TERM to one that it knows, such as xterm, or install its description "
                    + "(ncurses-term)")
        } catch TerminalScreen.Trouble.tooSimple {
            throw Self.unfit("--live needs a terminal whose cursor can be moved, unlike `\(name)`")
        } catch TerminalScreen.Trouble.noRoom {
            throw WireError(
                .usage, "usage", "the system refuses what the screen needs",
                hint: "see how many files this user has open")
        }
    }

    private static func unfit(_ sentence: String) -> WireError {
        WireError(
            .usage, "usage", sentence,
            hint: "`supportc status` prints once, `supportc watch` line by line")
    }
}

extension BackgroundDesk<LiveNews>.Happening {
    /// What the view is told of it.
    fileprivate var news: LiveNews {
        switch self {
        case .begun: .following
        case .record: .record
        case .lost(let why): .lost(why)
        }
    }
}
