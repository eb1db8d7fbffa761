import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket note`.
struct TicketNoteCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a note on a ticket.",
        discussion: "Example:\n  supportc ticket note 12 'waiting for the payment provider'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Argument(help: "The note; - reads standard input.")
    var text: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> TicketNote {
        TicketNote(ticket: ticket, text: try input.text(text))
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("note written on ticket \(reply.ticket, .strong)")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
