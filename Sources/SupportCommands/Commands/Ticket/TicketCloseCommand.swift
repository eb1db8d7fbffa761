import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket close`.
struct TicketCloseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "File a resolved ticket.",
        discussion: "Example:\n  supportc ticket close 12")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> TicketClose { TicketClose(ticket: ticket) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) closed")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
