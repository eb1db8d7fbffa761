import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// `supportc access reveal`.
struct AccessRevealCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "reveal", abstract: "Print a secret; the look is recorded.",
        discussion: """
            Prints the secret exactly as it was handed over; on a terminal its last line is ended.

            Example:
              supportc access reveal acme ssh --reason 'ticket 12' > id_acme
            """)

    @OptionGroup var access: AccessOptions

    @Option(help: ArgumentHelp("What for, recorded with the look.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        var connection = try session.connect(options)
        let answer = try connection.call(
            AccessReveal(
                client: access.client, kind: access.kind, project: access.project, reason: reason))
        if options.json {
            try session.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        var secret = Array(try answer.reply.secret.text.utf8)
        if session.console.outputIsTerminal, secret.last != 10 { secret.append(10) }
        try session.console.write(secret)
        return .done
    }
}
