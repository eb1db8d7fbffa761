import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket list`.
struct TicketListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List tickets, newest first.", example: "supportc ticket list --client acme --all")

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option(
        "Only those that are open, active, waiting, resolved or closed; repeated, those in either.",
        value: "state", anyOf: TicketState.self)
    var state: [TicketState] = []

    @Flag(help: "Those of every state; else only those that want work.")
    var all = false

    @Option("Only of this level; repeated, of either.", value: "level", each: Reading.level)
    var level: [Level] = []

    @Option("Only those of this person.", value: "staff", Reading.name)
    var assignee: Name<Staff>?

    @Flag(help: "Only those of nobody.")
    var unassigned = false

    @Option("Only those whose subject or body holds this, in capitals or not.", value: "text")
    var search: String?

    @Option(
        "By newest, oldest, level, client, assignee or week; newest unless said.", value: "order",
        oneOf: TicketOrder.self)
    var sort: TicketOrder?

    @OptionGroup var most: LimitOption

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if all, !state.isEmpty {
            throw ValidationError("--all and --state do not go together; choose one")
        }
        if unassigned, assignee != nil {
            throw ValidationError("--unassigned and --assignee do not go together; choose one")
        }
        if let search, search.allSatisfy(\.isWhitespace) {
            throw ValidationError("--search is empty; write a text to search for")
        }
    }

    func request(_ input: Input) -> TicketList {
        TicketList(
            client: client, state: OneOrMore(state), all: all ? true : nil,
            level: OneOrMore(level), assignee: assignee, unassigned: unassigned ? true : nil,
            search: search, sort: sort, limit: most.limit)
    }

    func show(_ reply: TicketList.Reply, on page: inout Page) {
        var table = Table(
            "tickets",
            [
                .number("TICKET"), .number("LEVEL"), .text("STATE", goes: 6),
                .text("CLIENT", .cut(least: 12)),
                .number("CONTRACT", goes: 1), .text("ASSIGNEE", goes: 5), .text("OPENED", goes: 2),
                .number("ESTIMATE", goes: 3), .text("WEEK", goes: 4),
                .text("SUBJECT", .cut(least: 24)),
            ])
        for ticket in reply.items {
            table.row(
                "\(ticket.ticket, .strong)", Words.level(ticket.level), Words.state(ticket.state),
                "\(ticket.client)", "\(ticket.contract?.description ?? "-")",
                "\(ticket.assignee?.text ?? "")", "\(Words.minute(ticket.openedAt))",
                "\(ticket.estimate?.description ?? "")",
                "\(ticket.plannedWeek.map { Week(containing: $0).description } ?? "")",
                "\(ticket.subject)")
        }
        page.table(table, none: "no tickets")
        if reply.more { page.remark(Words.more(reply.items.count, "ticket")) }
    }
}

/// `supportc ticket show`.
struct TicketShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a ticket with its text, history and time.",
        example: "supportc ticket show 12")

    @Argument var ticket: Identifier<Ticket>

    @Flag(help: "Show what mails quote, too.")
    var full = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> TicketShow { TicketShow(ticket: ticket) }

    func show(_ reply: TicketShow.Reply, on page: inout Page) {
        let ticket = reply.ticket
        page.line("ticket \(ticket.ticket, .strong): \(ticket.subject, .strong)")
        page.facts([
            "client": "\(ticket.client), \(Words.payer(ticket.contract))",
            "level": "\(Words.level(ticket.level)) \(reply.levelTitle ?? ticket.level.title)",
            "state": Words.state(ticket.state),
            "assignee": "\(ticket.assignee?.text ?? "nobody")",
            "service": "\(ticket.service)",
            "estimate": ticket.estimate.map { "\($0)" },
            "planned": ticket.plannedWeek.map { PlanRows.week($0) },
            "due": ticket.due.map { "\($0)" },
            "response": DeadlineLines.line(of: .response, reply.deadlines),
            "resolution": DeadlineLines.line(of: .resolution, reply.deadlines),
            "monitor": "\(ticket.monitor?.text ?? "")",
            "opened": "\(Words.minuteAndDistance(ticket.openedAt)) by \(ticket.openedBy)",
            "resolved": ticket.resolvedAt.map { "\(Words.minuteAndDistance($0))" },
            "version": "\(ticket.version)",
        ])
        if !reply.body.isEmpty {
            page.line()
            page.block(reply.body)
        }
        HistoryLines.show(reply.history, isFull: full, on: &page)
        guard !reply.entries.isEmpty else { return }
        page.heading("time")
        page.table(EntryRows.table(reply.entries), none: "")
    }

    func identifiers(_ reply: TicketShow.Reply) -> [String] { [reply.ticket.ticket.description] }
}

/// What happened to a ticket, oldest first: changes on a line each, notes in full.
enum HistoryLines {
    /// - Parameter isFull: whether what mails quote is shown, and not only how much it is.
    static func show(_ history: [RemarkView], isFull: Bool = true, on page: inout Page) {
        guard !history.isEmpty else { return }
        page.heading("history")
        for remark in history {
            let origin: StyledText = "\(Words.minute(remark.at), .faint)  \(remark.by)"
            if remark.note {
                page.line(remark.mail == nil ? "\(origin) noted:" : "\(origin) delivered:")
            } else {
                page.line("\(origin): \(remark.text)")
            }
            if let mail = remark.mail { MailLines.show(mail, on: &page) }
            if remark.note { page.block(remark.text, indent: "    ") }
            if let mail = remark.mail { MailLines.showRest(mail, isFull: isFull, on: &page) }
        }
    }
}

/// `supportc queue`.
struct QueueCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "queue", "List the tickets that want work, in working order.",
        example: "supportc queue --assignee olena --limit 5")

    @Option(
        "Only those of this person; ranks stay those of the whole queue.", value: "staff",
        Reading.name)
    var assignee: Name<Staff>?

    @OptionGroup var most: LimitOption

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> QueueList { QueueList(assignee: assignee, limit: most.limit) }

    func show(_ reply: QueueList.Reply, on page: inout Page) {
        page.table(QueueRows.table(reply.items), none: "the queue is empty")
        if reply.more { page.remark(Words.more(reply.items.count, "place")) }
    }
}

/// The table of the working order.
enum QueueRows {
    static func table(_ places: [QueuePlaceView]) -> Table {
        var table = Table(
            "queue",
            [
                .number("RANK", goes: 1), .number("TICKET"), .number("LEVEL"),
                .text("CLIENT", .cut(least: 12)),
                .text("ASSIGNEE", goes: 3), .text("REASON", goes: 2),
                .text("SUBJECT", .cut(least: 24)),
            ])
        for place in places {
            let ticket = place.ticket
            table.row(
                "\(place.rank)", "\(ticket.ticket, .strong)", Words.level(ticket.level),
                "\(ticket.client)", "\(ticket.assignee?.text ?? "")", "\(place.reason)",
                "\(ticket.subject)")
        }
        return table
    }
}
