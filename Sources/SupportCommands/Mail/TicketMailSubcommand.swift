import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// `supportc ticket mail`, as a mail server runs it for each mail.
///
/// The program ends with what a mail server understands: see `MailServerStatus`.
struct TicketMailCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "mail", "Take in one mail from standard input, as a mail server pipes it.",
        details: """
            It goes to the ticket that it answers, opens one for the client with the sender's \
            address, or is held: supportc mail list. Ends with 0 once the desk has it, with 69 where \
            it is too long, and with 75 where the mail server has to try again later.
            """,
        example: "supportc ticket mail < message.eml")

    @Option("The program that decodes mail, in place of the installed one.", value: "path")
    var decoder: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let raw = try mail(invocation.console)
        let delivery = try MailDelivery(decoder: decoder)
        let decoded = try delivery.decoded(raw)
        var connection = try invocation.connect(options)
        let answer = try delivery.send(decoded, over: &connection, options: options.mutation)
        if options.json {
            try invocation.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        let reply = try answer.reply
        if options.quiet {
            try invocation.print(lines: options.dryRun ? [] : reply.identifiers)
            return .done
        }
        var page = Page(invocation.screen)
        if options.dryRun { page.line("dry run: nothing was changed; it would say:") }
        MailLines.outcome(reply, on: &page)
        try invocation.print(page)
        return .done
    }

    /// All of standard input.
    private func mail(_ console: any Console) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= ClientLimits.mailBytesMax {
            let chunk = try console.read(bytesMax: 1 << 18)
            if chunk.isEmpty { break }
            bytes += chunk
        }
        guard bytes.count <= ClientLimits.mailBytesMax else {
            throw WireError(
                .refused, MailServerStatus.tooLong,
                "the mail has more than \(ClientLimits.mailBytesMax) bytes",
                hint: "send large files another way")
        }
        guard !bytes.isEmpty else {
            throw WireError(
                .usage, "no-mail", "standard input is empty, and no mail is",
                hint: "supportc ticket mail < FILE")
        }
        return bytes
    }
}

/// How the program ends where a mail server has started it, by sysexits.h: anything but these would
/// have the mail server send the mail back.
enum MailServerStatus {
    /// The word of the error of a mail that is too long.
    static let tooLong = "mail-too-long"
    /// The service is not available: the mail goes back to its sender.
    private static let unavailable: Int32 = 69
    /// The mail server keeps the mail and tries again.
    private static let temporaryFailure: Int32 = 75

    /// The status for an error, where the arguments are those of a mail server; nil for others.
    static func status(of arguments: [String], _ error: any Error) -> Int32? {
        guard isDelivery(arguments) else { return nil }
        let isTooLong = (error as? WireError)?.data.error == tooLong
        return isTooLong ? unavailable : temporaryFailure
    }

    private static func isDelivery(_ arguments: [String]) -> Bool {
        zip(arguments, arguments.dropFirst()).contains { $0 == "ticket" && $1 == "mail" }
    }
}
