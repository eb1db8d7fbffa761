import ArgumentParser
import SupportWire

/// A command that ends something, which a person at a terminal confirms first.
protocol EndingCommand: RequestCommand {
    /// Whether it was confirmed with the command.
    var confirmation: ConfirmationOptions { get }
    /// What it would do, without its question mark: `archive client acme`.
    var act: String { get }
}

/// The option that answers the question beforehand.
struct ConfirmationOptions: ParsableArguments {
    @Flag(help: "Do not ask; without a terminal nothing is asked.")
    var yes = false
}

extension EndingCommand {
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try askConfirmed(in: invocation)
    }

    /// Sends the request once the act is confirmed, and shows the answer.
    func askConfirmed(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try confirm(in: invocation)
        return try ask(in: invocation)
    }

    /// Asks on standard error whether the act is meant; nothing but yes lets it go on.
    ///
    /// Without a terminal on standard input and standard error nobody is asked, so that a script
    /// never waits, and neither for a dry run.
    private func confirm(in invocation: Invocation) throws {
        let console = invocation.console
        guard !confirmation.yes, !options.dryRun, console.inputIsTerminal, console.errorIsTerminal
        else { return }
        console.complain("\(act)? [y/N] ")
        let answer = try Input(console).line().lowercased()
        guard answer == "y" || answer == "yes" else {
            throw WireError(
                .notFound, "not-confirmed", "not confirmed; nothing was changed",
                hint: "answer y, or give --yes")
        }
    }
}
