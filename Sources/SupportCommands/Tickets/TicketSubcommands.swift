import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket`.
struct TicketCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "The tickets.",
        subcommands: [
            TicketOpenCommand.self, TicketListCommand.self, TicketShowCommand.self,
            TicketAssignCommand.self, TicketNoteCommand.self, TicketLevelCommand.self,
            TicketResolveCommand.self, TicketCloseCommand.self, TicketReopenCommand.self,
        ])
}

/// `supportc ticket open`.
struct TicketOpenCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a ticket for a client.",
        discussion:
            "Example:\n  supportc ticket open acme --level 1 --subject 'Checkout fails'"
    )

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Option(
        help: ArgumentHelp("How severe it is, 1 to 4.", valueName: "level"),
        transform: Reading.level)
    var level: Level

    @Option(help: ArgumentHelp("What it is about, in one line.", valueName: "text"))
    var subject: String

    @Option(
        help: ArgumentHelp("The service; troubleshooting unless said.", valueName: "service"),
        transform: Reading.name)
    var service: Name<Service>?

    @Option(help: ArgumentHelp("The whole story; - reads standard input.", valueName: "text"))
    var body: String?

    @Option(
        help: ArgumentHelp(
            "The contract that pays, where the client has several.", valueName: "number"),
        transform: Reading.number)
    var contract: Identifier<Contract>?

    @Flag(help: "No contract pays; the time is billed on demand.")
    var onDemand = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if onDemand, contract != nil {
            throw ValidationError("--contract and --on-demand do not go together; choose one")
        }
    }

    func request(_ input: Input) throws -> OpenTicket {
        OpenTicket(
            client: client, level: level, subject: subject, service: service,
            body: try body.map(input.text), contract: contract, onDemand: onDemand ? true : nil)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line(
            "ticket \(reply.ticket, .strong) opened for \(reply.client): "
                + "level \(Words.level(reply.level)), \(Words.payer(reply.contract))")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}

/// `supportc ticket assign`.
struct TicketAssignCommand: RequestCommand {
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

    func request(_ input: Input) -> AssignTicket { AssignTicket(ticket: ticket, to: staff) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) assigned to \(reply.assignee?.text ?? "nobody")")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}

/// `supportc ticket note`.
struct TicketNoteCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a note on a ticket.",
        discussion: "Example:\n  supportc ticket note 12 'waiting for the payment provider'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Argument(help: "The note; - reads standard input.")
    var text: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> NoteTicket {
        NoteTicket(ticket: ticket, text: try input.text(text))
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("note written on ticket \(reply.ticket, .strong)")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}

/// `supportc ticket level`.
struct TicketLevelCommand: RequestCommand {
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

    func request(_ input: Input) -> ChangeTicketLevel {
        ChangeTicketLevel(ticket: ticket, level: level, reason: reason)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) is level \(Words.level(reply.level)) now")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}

/// `supportc ticket resolve`.
struct TicketResolveCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Say that the work of a ticket is done.",
        discussion: "Example:\n  supportc ticket resolve 12 --note 'fixed in release 4.2'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Option(help: ArgumentHelp("What was done; - reads standard input.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> ResolveTicket {
        ResolveTicket(ticket: ticket, note: try note.map(input.text))
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) resolved")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}

/// `supportc ticket close`.
struct TicketCloseCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "File a resolved ticket.",
        discussion: "Example:\n  supportc ticket close 12")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> CloseTicket { CloseTicket(ticket: ticket) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) closed")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}

/// `supportc ticket reopen`.
struct TicketReopenCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Take a resolved or closed ticket up again.",
        discussion: "Example:\n  supportc ticket reopen 12 --reason 'it fails again'")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ReopenTicket { ReopenTicket(ticket: ticket, reason: reason) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line("ticket \(reply.ticket, .strong) reopened")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
