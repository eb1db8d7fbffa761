import ArgumentParser
package import SupportClient
import SupportWire

/// The program `supportc`, apart from its process: arguments in, exit code out.
package enum Supportc {
    /// Runs as the process, and ends it.
    package static func main() -> Never {
        let console = ProcessConsole()
        guard let arguments = console.arguments else {
            let error = WireError(
                .usage, "usage", "the command line cannot be read",
                wayOut: "mount /proc, or start it without LD_PRELOAD")
            console.end(status: complain(error, console, asJSON: false))
        }
        console.end(status: run(arguments, console: console))
    }

    /// Does what the arguments say, the program's name not among them.
    ///
    /// Errors are told on standard error, as one JSON document with `--json`.
    package static func run(_ arguments: [String], console: any Console) -> Int32 {
        let asJSON = arguments.prefix { $0 != "--" }.contains("--json")
        do {
            let command = try parsed(arguments)
            return Int32(try perform(command, Session(console)).rawValue)
        } catch let error as WireError {
            return complain(error, console, asJSON: asJSON)
        } catch let fault as ClientFault {
            return complain(fault.told, console, asJSON: asJSON)
        } catch {
            return answer(error, console, asJSON: asJSON)
        }
    }

    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let negative = ArgumentOrder.negativeNumber(in: arguments) {
            throw ValidationError(
                "'\(negative)' is negative, which no value here can be")
        }
        let sorted: [String]
        do {
            sorted = try ArgumentOrder.sorted(arguments)
        } catch {
            throw ValidationError("Missing value for '\(error.option)'")
        }
        return try RootCommand.parseAsRoot(sorted)
    }

    private static func perform(
        _ command: any ParsableCommand, _ session: Session
    ) throws -> SupportWire.ExitCode {
        if let subcommand = command as? any Subcommand {
            return try subcommand.perform(in: session)
        }
        if let noun = command as? any Noun {
            session.console.complain(RootCommand.helpMessage(for: type(of: noun)) + "\n")
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
            return complain(error.told, console, asJSON: asJSON)
        }
    }

    /// What was thrown after parsing says what would be right; before it the help of the command
    /// does.
    private static func usage(_ error: any Error) -> WireError {
        if let error = error as? ValidationError {
            return WireError(.usage, "usage", error.message)
        }
        let message = RootCommand.message(for: error).split(separator: "\n").joined(separator: " ")
        let whole = RootCommand.fullMessage(for: error)
        let usage = whole.split(separator: "\n").first { $0.hasPrefix("Usage: ") } ?? ""
        let names = usage.split(separator: " ").dropFirst()
            .prefix { $0.first?.isLetter ?? false && !$0.contains("|") }
        let command = names.isEmpty ? "supportc" : names.joined(separator: " ")
        return WireError(
            .usage, "usage", message, wayOut: "`\(command) --help` shows how")
    }

    private static func complain(
        _ error: WireError, _ console: any Console, asJSON: Bool
    ) -> Int32 {
        if asJSON {
            let json = AnswerDocument.laidOut(
                AnswerDocument.of(error), onTerminal: console.errorIsTerminal)
            console.complain(String(decoding: json, as: UTF8.self))
        } else {
            var text = "supportc: \(PrintableText.line(error.message))\n"
            for row in error.data.errors ?? [] {
                text += RowErrorLines.line(row, of: error) + "\n"
            }
            if let wayOut = error.data.wayOut { text += "  -> \(PrintableText.line(wayOut))\n" }
            console.complain(text)
        }
        return Int32(error.code.rawValue)
    }
}
