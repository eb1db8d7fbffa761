import ArgumentParser
import SupportModel
import SupportWire

/// How two tickets relate, as people say it.
enum TypedLink: String, CaseIterable, Sendable {
    case blocks
    case blockedBy = "blocked-by"
    case relates

    var kind: LinkKind {
        switch self {
        case .blocks: .blocks
        case .blockedBy: .blockedBy
        case .relates: .relates
        }
    }
}

/// `supportc ticket link`.
struct TicketLinkCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "link", "Say that a ticket has to be done before another, or has to do with it.",
        example: "supportc ticket link 12 blocks 15")

    @Argument var ticket: Identifier<Ticket>

    @Argument(
        help: "blocks, blocked-by or relates.",
        completion: .list(Reading.words(of: TypedLink.self)),
        transform: { try Reading.word($0) })
    var kind: TypedLink

    @Argument(help: "The other ticket.", transform: Reading.number)
    var other: Identifier<Ticket>

    @Flag(help: "Say that it is not so any more.")
    var remove = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> LinkTickets {
        LinkTickets(ticket: ticket, kind: kind.kind, to: other, remove: remove ? true : nil)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        let first: StyledText = "ticket \(reply.ticket, .strong)"
        let relation: StyledText = "\(kind.kind.words) ticket \(other, .strong)"
        page.outcome(
            remove ? "\(first) no longer \(relation)" : "\(first) \(relation)",
            already: reply.unchanged,
            remove ? "\(first) does not say that it \(relation)" : "\(first) \(relation)")
    }
}

/// `supportc ticket merge`.
struct TicketMergeCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "merge", "Make a ticket a part of another one of the same client.",
        details: """
            Notes, time, files, links and running timers go to the other ticket, which counts from the \
            opening of the earlier one and has the more severe level. The number of the merged ticket \
            means the other one from then on.
            """,
        example: "supportc ticket merge 13 --into 12")

    @Argument var ticket: Identifier<Ticket>

    @Option("The ticket that stays.", value: "ticket", Reading.number)
    var into: Identifier<Ticket>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> MergeTickets { MergeTickets(ticket: ticket, into: into) }

    func show(_ reply: TicketView, on page: inout Page) {
        let words: StyledText = "merged into ticket \(reply.ticket, .strong)"
        page.outcome(
            "ticket \(ticket, .strong) \(words): level \(Words.level(reply.level)), "
                + "\(reply.subject)", already: reply.unchanged,
            "ticket \(ticket, .strong) is \(words)")
    }
}

/// `supportc ticket split`.
struct TicketSplitCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "split", "Make a part of a ticket a ticket of its own.",
        details: """
            The same payer pays for it, and time that was booked stays where it is. Notes that are named \
            by their numbers, which `ticket show` gives, go with it; it then counts from the first of \
            them, and else from where the ticket counts.
            """,
        example: "supportc ticket split 12 --subject 'Newsletter form' --note 4")

    @Argument var ticket: Identifier<Ticket>

    @Option("What the new ticket is about, in one line.", value: "text")
    var subject: String

    @Option("The whole story; - reads standard input.", value: "text")
    var body: String?

    @Option(
        "A note that goes with it; repeated, several.", value: "number",
        each: Reading.integer(1...1_000_000))
    var note: [Int] = []

    @Option("Its level; that of the ticket unless said.", value: "level", Reading.level)
    var level: Level?

    @Option("Its service; that of the ticket unless said.", value: "service", Reading.name)
    var service: Name<Service>?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> SplitTicket {
        SplitTicket(
            ticket: ticket, subject: subject, body: try body.map(input.text), level: level,
            service: service, notes: note.isEmpty ? nil : note)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line(
            "ticket \(reply.ticket, .strong) split off ticket \(ticket): level "
                + "\(Words.level(reply.level)), \(Words.payer(reply.contract)): \(reply.subject)")
    }
}
