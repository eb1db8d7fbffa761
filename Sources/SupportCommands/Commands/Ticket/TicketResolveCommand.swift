import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket resolve`.
struct TicketResolveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Say that the work of a ticket is done.",
        discussion: "Example:\n  supportc ticket resolve 12 --note 'fixed in release 4.2'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Option(help: ArgumentHelp("What was done; - reads standard input.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> TicketResolve {
        TicketResolve(ticket: ticket, note: try note.map(input.text))
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) resolved")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
