import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket close`.
struct TicketCloseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "File a resolved ticket.",
        discussion: "Example: supportc ticket close 12")

    @OptionGroup var options: ChangeOptions

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    func request(_ input: Input) -> TicketClose { TicketClose(ticket: ticket) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) closed")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
