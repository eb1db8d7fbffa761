import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket reply`.
struct TicketReplyCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "reply", "Write to the client of a ticket, by mail.", details: EditedText.details,
        example: "supportc ticket reply 12 'Fixed; please have a look.'")

    @Argument var ticket: Identifier<Ticket>

    @Argument(help: "What the client is written; - reads standard input.", transform: Reading.text)
    var text: String?

    @Flag(help: "Write the text in your editor.")
    var edit = false

    @Flag(help: "The ticket waits for the client from then on.")
    var wait = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if edit, text != nil {
            throw ValidationError("a text and --edit do not go together; choose one")
        }
    }

    func request(_ input: Input) throws -> ReplyToTicket {
        let missing = CommandMistake.missingText(of: Self.self, ["ticket", "reply"])
        return ReplyToTicket(
            ticket: ticket,
            text: try input.text(
                text, editing: "a reply to the client of ticket \(ticket)", missing: missing),
            wait: wait ? true : nil)
    }

    func show(_ reply: Asked.Reply, on page: inout Page) {
        let addresses = reply.notices.compactMap(\.recipient)
        let then = reply.state == .waiting ? "; it waits for \(reply.client)" : ""
        page.line("ticket \(reply.ticket, .strong): reply to \(Words.list(addresses))\(then)")
    }
}
