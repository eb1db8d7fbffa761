import ArgumentParser
import SupportModel
import SupportWire

/// `supportc time start`.
struct TimeStartCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start your timer on a ticket; you have one.",
        discussion: "Example:\n  supportc time start 12 --note 'the slow checkout'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Option(
        help: ArgumentHelp("The service; that of the ticket unless said.", valueName: "service"),
        transform: Reading.name)
    var service: Name<Service>?

    @Option(help: ArgumentHelp("What is done; - reads standard input.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> TimeStart {
        TimeStart(ticket: ticket, service: service, note: try note.map(input.text))
    }

    func show(_ reply: TimerView, on page: inout Page) {
        page.line(
            "timer started on ticket \(reply.ticket, .strong), \(Words.payer(reply.contract)), at "
                + "\(Words.second(reply.startedAt))")
    }

    func identifiers(_ reply: TimerView) -> [String] { [reply.ticket.description] }
}
