import ArgumentParser
import SupportModel
import SupportWire

/// A turn in a ticket's life, as people make it.
protocol TypedTurn: RequestedTurn {
    /// The verb, what it does and an example.
    static var verb: CommandConfiguration { get }
    /// How the answer goes on after the ticket's number: what was done, and what was so already.
    static func words(_ reply: TicketView) -> (did: StyledText, already: StyledText)
}

/// `supportc ticket wait-client`, `resume` and `resolve`.
struct TicketTurnCommand<Turn: TypedTurn>: RequestCommand {
    static var configuration: CommandConfiguration { Turn.verb }

    @Argument var ticket: Identifier<Ticket>

    @Option("What goes with it, in one line; - reads standard input.", value: "text")
    var note: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> TurnTicket<Turn> {
        TurnTicket(ticket: ticket, note: try note.map(input.text))
    }

    func show(_ reply: TicketView, on page: inout Page) {
        let (did, already) = Turn.words(reply)
        let ticket: StyledText = "ticket \(reply.ticket, .strong)"
        page.outcome(
            "\(ticket) \(did)", already: reply.unchanged, "\(ticket) \(already)",
            dropped: note == nil ? nil : "note")
    }
}

extension WaitingTurn: TypedTurn {
    static let verb = CommandConfiguration.verb(
        "wait-client", "Have a ticket wait for the client: its deadlines stand still.",
        example: "supportc ticket wait-client 12 --note 'asked for the login of the shop'")

    static func words(_ reply: TicketView) -> (did: StyledText, already: StyledText) {
        ("waits for \(reply.client)", "waits for \(reply.client)")
    }
}

extension ResumedTurn: TypedTurn {
    static let verb = CommandConfiguration.verb(
        "resume", "Take a ticket up again that waited for the client.",
        example: "supportc ticket resume 12 --note 'sent the login'")

    static func words(_ reply: TicketView) -> (did: StyledText, already: StyledText) {
        ("is \(Words.state(reply.state)) again", "is \(Words.state(reply.state))")
    }
}

extension ResolvedTurn: TypedTurn {
    static let verb = CommandConfiguration.verb(
        "resolve", "Say that the work of a ticket is done.",
        example: "supportc ticket resolve 12 --note 'fixed in release 4.2'")

    static func words(_ reply: TicketView) -> (did: StyledText, already: StyledText) {
        ("resolved", "is resolved")
    }
}

/// `supportc ticket next`.
struct TicketNextCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "next", "Show the ticket to work on next, or take the first that nobody has.",
        example: "supportc ticket next --take")

    @Flag(help: "Take the first ticket that nobody has: of two who ask, each gets another.")
    var take = false

    @Option("Only of this level.", value: "level", Reading.level)
    var level: Level?

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if !take, options.dryRun || options.arguments.key != nil {
            throw ValidationError("--dry-run and --key go with --take, which changes something")
        }
    }
}

extension TicketNextCommand {
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        guard take else {
            return try invocation.ask(
                QueueList(unassigned: true, level: level, client: client, limit: 1), options,
                show: show, identifiers: { $0.items.map(\.ticket.ticket.description) },
                ending: { $0.items.isEmpty ? .notFound : .done })
        }
        return try invocation.ask(
            TakeTicket(level: level, client: client), options,
            show: { reply, page in
                page.line(
                    "ticket \(reply.ticket, .strong) is yours: level \(Words.level(reply.level)), "
                        + "\(reply.client): \(reply.subject)")
            }, identifiers: { [$0.ticket.description] })
    }

    private func show(_ reply: QueueList.Reply, on page: inout Page) {
        guard let place = reply.items.first else {
            return page.line("no ticket that wants work is nobody's")
        }
        let ticket = place.ticket
        page.line(
            "ticket \(ticket.ticket, .strong), \(ticket.client): \(ticket.subject, .strong)")
        page.facts(["reason": "\(place.reason)"])
    }
}

/// How a ticket's deadlines stand, for people.
enum DeadlineLines {
    /// `due 2026-11-23 19:32 CET (in 2 h), within 4h of business time`; nil where nothing is promised.
    static func line(of kind: DeadlineKind, _ deadlines: [DeadlineView]?) -> StyledText? {
        guard let deadline = deadlines?.first(where: { $0.kind == kind }) else { return nil }
        let target = "within \(deadline.target)" + (deadline.business ? " of business time" : "")
        switch deadline.standing {
        case .running:
            guard let at = deadline.at else { return "\(target)" }
            return "due \(Words.minuteAndDistance(at)), \(target)"
        case .stopped: return "stands still, \(deadline.used) of \(deadline.target) used"
        case .met: return "\("kept", .good), \(target)"
        case .missed:
            guard let at = deadline.at else { return "\("missed", .bad), \(target)" }
            return "\("missed", .bad) \(Words.minuteAndDistance(at)), \(target)"
        }
    }
}
