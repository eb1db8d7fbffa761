import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket reopen`.
struct TicketReopenCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Take a resolved or closed ticket up again.",
        discussion: "Example:\n  supportc ticket reopen 12 --reason 'it fails again'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> TicketReopen { TicketReopen(ticket: ticket, reason: reason) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) reopened")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
