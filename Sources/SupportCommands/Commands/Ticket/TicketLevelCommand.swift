import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket level`.
struct TicketLevelCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "level", abstract: "Change the level of a ticket.",
        discussion: "Example:\n  supportc ticket level 12 2 --reason 'orders go through again'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Argument(help: "The new level, 1 to 4.", transform: Reading.level)
    var level: Level

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> TicketLevel {
        TicketLevel(ticket: ticket, level: level, reason: reason)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) is level \(Words.level(reply.level)) now")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
