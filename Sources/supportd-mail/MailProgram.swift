import ArgumentParser
import SupportArguments
import SupportClient
import SupportMail
import SupportModel
import SupportSystem
import SupportWire

/// Takes mail in: decodes one, or speaks LMTP with a mail server.
struct MailProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supportd-mail",
        abstract:
            "Take mail in for the desk: decode one, or speak LMTP on standard input and output.",
        version: "supportd-mail \(Release.version)")

    @Flag(help: "Decode the mail on standard input, closed in, and write what it says.")
    var decode = false

    @Flag(help: "Speak LMTP on standard input and output, and deliver what comes.")
    var lmtp = false

    @Option(help: "The desk's control socket.")
    var socket = SocketPath.usual

    @Option(help: "The longest mail that is taken, in bytes.")
    var bytesMax = 26_214_400

    func validate() throws {
        guard decode != lmtp else {
            throw ValidationError("give --decode or --lmtp, one of them")
        }
        guard (65_536...ClientLimits.mailBytesMax).contains(bytesMax) else {
            throw ValidationError("--bytes-max takes 65536 to \(ClientLimits.mailBytesMax)")
        }
    }

    func run() throws {
        ProcessSetup.ignoreBrokenPipes()
        if decode {
            let status = try DecoderProgram.run()
            if status != 0 { throw ArgumentParser.ExitCode(status) }
            return
        }
        let delivery = try MailDelivery(decoder: ProcessIdentity.programPath)
        try LMTPService(
            delivery: delivery, socketPath: socket, bytesMax: bytesMax, timeout: .seconds(60),
            log: Self.log
        ).run()
    }

    private static func log(_ priority: LogPriority, _ text: String) {
        OperatorStream.standardError.write(
            priority, PrintableText.line("supportd-mail: \(text)"))
    }

    /// Runs with arguments; a mistake in them, and what the system refuses, is one line.
    static func run(_ arguments: [String]) {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let fault as SystemFault {
            log(.error, "\(fault)")
            exit(withError: ArgumentParser.ExitCode(75))
        } catch let error as WireError {
            log(.error, error.message)
            exit(withError: ArgumentParser.ExitCode(75))
        } catch {
            guard !(error is ArgumentParser.ExitCode), exitCode(for: error) == .validationFailure
            else { exit(withError: error) }
            let sentence = ParserWords.sentence(of: error, in: Self.self)
            log(.error, "\(sentence); supportd-mail --help lists the options")
            exit(withError: ArgumentParser.ExitCode.validationFailure)
        }
    }
}
