import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket assign`.
struct TicketAssignCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give a ticket to somebody, or to nobody.",
        discussion: "Example:\n  supportc ticket assign 12 olena")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Argument(help: "The person.", transform: Reading.name)
    var staff: Name<Staff>?

    @Flag(help: "Take it from whoever has it.")
    var nobody = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if (staff == nil) != nobody {
            throw ValidationError("name a member of staff, or give --nobody")
        }
    }

    func request(_ input: Input) -> TicketAssign { TicketAssign(ticket: ticket, to: staff) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) assigned to \(reply.assignee?.text ?? "nobody")")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
