import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket list`.
struct TicketListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List tickets, newest first.",
        discussion: "Example:\n  supportc ticket list --client acme --all")

    @Option(
        help: ArgumentHelp("Only of this client.", valueName: "client"), transform: Reading.name)
    var client: Name<Client>?

    @Option(
        help: ArgumentHelp(
            "Only those that are open, active, resolved or closed.", valueName: "state"),
        completion: .list(Reading.words(of: TicketState.self)), transform: Reading.word)
    var state: TicketState?

    @Flag(help: "Those of every state; else only those that want work.")
    var all = false

    @Option(help: ArgumentHelp("Only of this level.", valueName: "level"), transform: Reading.level)
    var level: Level?

    @Option(
        help: ArgumentHelp("Only those of this person.", valueName: "staff"),
        transform: Reading.name)
    var assignee: Name<Staff>?

    @Option(
        help: ArgumentHelp("The most to list; 200 unless said.", valueName: "number"),
        transform: Reading.integer(1...WireLimits.listCountMax))
    var limit: Int?

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if all, state != nil {
            throw ValidationError("--all and --state do not go together; choose one")
        }
    }

    func request(_ input: Input) -> TicketList {
        TicketList(
            client: client, state: state, all: all ? true : nil, level: level,
            assignee: assignee, limit: limit)
    }

    func show(_ reply: TicketList.Reply, on page: inout Page) {
        var table = Table([
            .number("TICKET"), .number("LEVEL"), .text("STATE"), .text("CLIENT"),
            .number("CONTRACT"), .text("ASSIGNEE"), .text("OPENED"), .number("ESTIMATE"),
            .text("WEEK"), .text("SUBJECT"),
        ])
        for ticket in reply.tickets {
            table.row(
                "\(ticket.ticket, .strong)", Words.level(ticket.level), Words.state(ticket.state),
                "\(ticket.client)", "\(ticket.contract?.description ?? "-")",
                "\(ticket.assignee?.text ?? "")", "\(Words.minute(ticket.openedAt))",
                "\(ticket.estimate?.description ?? "")",
                "\(ticket.plannedWeek.map { Week(containing: $0).description } ?? "")",
                "\(ticket.subject)")
        }
        page.table(table, none: "no tickets")
        if reply.more { page.remark(Words.more(reply.tickets.count, "tickets")) }
    }

    func identifiers(_ reply: TicketList.Reply) -> [String] {
        reply.tickets.map(\.ticket.description)
    }
}
