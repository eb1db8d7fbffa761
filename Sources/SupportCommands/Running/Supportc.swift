import ArgumentParser
import SupportArguments
package import SupportClient
import SupportModel
package import SupportTerminal
import SupportWire

/// The program `supportc`, apart from its process: arguments in, exit code out.
package enum Supportc {
    /// Runs as the process, and ends it.
    package static func main() -> Never {
        let console = ProcessConsole()
        guard let arguments = console.arguments else {
            let error = WireError(
                .usage, "usage", "the command line cannot be read",
                hint: "mount /proc, or start it without LD_PRELOAD")
            console.end(status: complain(error, console, asJSON: false))
        }
        console.end(status: run(arguments, console: console))
    }

    /// Does what the arguments say, the program's name not among them.
    ///
    /// Errors go to standard error, as one JSON document with `--json`.
    ///
    /// - Parameter openScreen: takes the terminal over.
    package static func run(
        _ arguments: [String], console: any Console,
        openScreen: @escaping ScreenOpening = { try TerminalScreen(isColoured: $0) }
    ) -> Int32 {
        if arguments.first == Completion.word {
            Completion.answer(arguments.dropFirst(), console)
            return 0
        }
        var asJSON = arguments.prefix { $0 != "--" }.contains("--json")
        do {
            let shell = console.variable("SHELL")
            if let script = try CompletionScript.requested(by: arguments, shell: shell) {
                try console.write(Array((script.text + "\n").utf8))
                return 0
            }
            let settings = try Self.settings(for: arguments, console)
            let arguments = try settings.applied(to: arguments, console)
            asJSON = arguments.prefix { $0 != "--" }.contains("--json")
            let command = try parsed(arguments)
            defer { console.endPager() }
            let isPaged = !arguments.prefix { $0 != "--" }.contains("--no-pager")
            let invocation = Invocation(
                console, settings, isPaged: isPaged, openScreen: openScreen)
            let code = try perform(command, invocation)
            if arguments.contains("--dry-run"), let path = console.editedPath {
                // Nothing was recorded: the text is wanted again.
                console.complain("supportc: your text is kept in \(path)\n")
            } else {
                console.removeEdited()
            }
            return Int32(code.rawValue)
        } catch {
            let status = complain(of: error, console, asJSON: asJSON)
            guard status != 0 else { return status }
            return MailServerStatus.status(of: arguments, error) ?? status
        }
    }

    /// Says what went wrong, or gives the help or the version that was asked for.
    private static func complain(
        of error: any Error, _ console: any Console, asJSON: Bool
    ) -> Int32 {
        switch error {
        case let error as WireError: complain(error, console, asJSON: asJSON)
        case let fault as ClientFault: complain(fault.wireError, console, asJSON: asJSON)
        default: answer(error, console, asJSON: asJSON)
        }
    }

    /// What the user has set. Help and the version are given also where that is wrong.
    private static func settings(
        for arguments: [String], _ console: any Console
    ) throws -> Settings {
        guard UnknownCommand.asksForHelp(arguments) || arguments.first == "--version" else {
            return try .ofUser(console)
        }
        return (try? .ofUser(console)) ?? Settings()
    }

    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let arguments = DashedText.marked(arguments)
        if UnknownCommand.asksForHelp(arguments),
            let error = UnknownCommand.unknown(in: arguments)
        {
            throw error
        }
        do {
            return try RootCommand.parseAsRoot(arguments)
        } catch {
            guard !RootCommand.exitCode(for: error).isSuccess else { throw error }
            throw UnknownCommand.error(in: arguments) ?? error
        }
    }

    private static func perform(
        _ command: any ParsableCommand, _ invocation: Invocation
    ) throws -> SupportWire.ExitCode {
        if let subcommand = command as? any Subcommand {
            return try subcommand.perform(in: invocation)
        }
        if let noun = command as? any Noun {
            invocation.console.complain(RootCommand.helpMessage(for: type(of: noun)) + "\n")
            return .usage
        }
        // `help`, which throws what it has to say.
        var command = command
        try command.run()
        return .done
    }

    /// Help, versions and completion scripts are answers; everything else was a wrong request.
    private static func answer(_ error: any Error, _ console: any Console, asJSON: Bool) -> Int32 {
        let isAnswer = RootCommand.exitCode(for: error).isSuccess
        guard isAnswer else {
            return complain(usage(error), console, asJSON: asJSON)
        }
        do {
            try console.write(Array((RootCommand.fullMessage(for: error) + "\n").utf8))
            return 0
        } catch {
            return complain(error.wireError, console, asJSON: asJSON)
        }
    }

    /// What the parser says, in the style of the other errors.
    private static func usage(_ error: any Error) -> WireError {
        mistake(DashedText.unmarked(ParserWords.sentence(of: error, in: RootCommand.self)))
    }

    /// The error of a sentence, of which what follows the last semicolon is the way out.
    private static func mistake(_ sentence: String) -> WireError {
        guard let mark = sentence.ranges(of: "; ").last,
            !sentence[mark.upperBound...].hasPrefix("did you mean ")
        else { return WireError(.usage, "usage", sentence) }
        return WireError(
            .usage, "usage", String(sentence[..<mark.lowerBound]),
            hint: String(sentence[mark.upperBound...]))
    }

    private static func complain(
        _ error: WireError, _ console: any Console, asJSON: Bool
    ) -> Int32 {
        var error = error
        if let path = console.editedPath {
            let kept = "your text is kept in \(path)"
            error.data.hint = error.data.hint.map { "\($0); \(kept)" } ?? kept
        }
        if asJSON {
            let json = AnswerDocument.laidOut(
                AnswerDocument.of(error), onTerminal: console.errorIsTerminal)
            console.complain(String(decoding: json, as: UTF8.self))
        } else {
            var text = "supportc: \(PrintableText.line(error.message))\n"
            for row in error.data.errors ?? [] {
                text += RowErrorLines.line(row, of: error) + "\n"
            }
            if let hint = error.data.hint { text += "  -> \(PrintableText.line(hint))\n" }
            console.complain(text)
        }
        return Int32(error.code.rawValue)
    }
}

/// `supportc` itself.
struct RootCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "supportc",
        abstract: "Speak with the support desk.",
        usage: "supportc [--socket P] [--json] [-q] [--timeout D] [--key K] NOUN VERB",
        discussion: """
            Ends with 0 when done, 1 when a rule refused it, 2 for a wrong command, 3 when there is no \
            such thing, 4 when a version or key does not match, 5 when the daemon cannot be reached, \
            6 when it did not answer in time, 7 when you may not, 8 when it cannot store now. \
            supportc(1) says more.
            """,
        version: "supportc \(Release.version)",
        groupedSubcommands: [
            CommandGroup(
                name: "Work",
                subcommands: [
                    StatusCommand.self, QueueCommand.self, TicketCommand.self, MailCommand.self,
                    TimeCommand.self,
                    HoursCommand.self, ForecastCommand.self, PlanCommand.self, ExplainCommand.self,
                ]),
            CommandGroup(
                name: "Agreements",
                subcommands: [
                    ClientCommand.self, ContractCommand.self, StatementCommand.self,
                    ReportCommand.self,
                    PackageCommand.self, ServiceCommand.self, LevelCommand.self,
                    CredentialCommand.self,
                ]),
            CommandGroup(
                name: "People",
                subcommands: [StaffCommand.self, RightsCommand.self, WhoamiCommand.self]),
            CommandGroup(
                name: "Monitoring", subcommands: [MonitorCommand.self, NoticeCommand.self]),
            CommandGroup(
                name: "The desk",
                subcommands: [
                    ImportCommand.self, ExportCommand.self, ApplyCommand.self,
                    LogCommand.self, WatchCommand.self, WaitCommand.self, VerifyCommand.self,
                    BackupCommand.self,
                    DoctorCommand.self, SnapshotCommand.self, ClockCommand.self, CallCommand.self,
                ]),
        ])

    @OptionGroup(title: "General options") var general: GeneralOptions

    @OptionGroup(title: "Options of a change") var mutation: MutationArguments
}
