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

    @Option(
        "Only those in whose subject, body or notes each of these words begins a word.",
        value: "words")
    var search: String?

    @Option(
        "Only those whose next deadline, or agreed day, is over when this day begins.",
        value: "day", Reading.comingDay)
    var dueBefore: DayReference?

    @Option(
        "By newest, oldest, level, client, assignee, week or due; newest unless said.",
        value: "order",
        oneOf: TicketOrder.self)
    var sort: TicketOrder?

    @Option(
        "Go on after this ticket, the last one of the page before.", value: "ticket", Reading.number
    )
    var after: Identifier<Ticket>?

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
            search: search, dueBefore: dueBefore, sort: sort, after: after, limit: most.limit)
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
        if reply.more, let last = reply.items.last {
            page.remark(
                Words.more(reply.items.count, "ticket") + "; --after \(last.ticket) goes on")
        }
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
        if reply.ticket.ticket != self.ticket {
            page.remark("ticket \(self.ticket) was merged into ticket \(reply.ticket.ticket)")
        }
        TicketScreen.show(reply, isFull: full, on: &page)
    }

    func identifiers(_ reply: TicketShow.Reply) -> [String] { [reply.ticket.ticket.description] }
}

/// A ticket with its text, history and time.
enum TicketScreen {
    /// - Parameter isFull: whether what mails quote is shown, and not only how much it is.
    static func show(_ reply: TicketShow.Reply, isFull: Bool = false, on page: inout Page) {
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
            "merged": reply.merged.map { numbers in
                "\(numbers.map { "ticket \($0)" }.joined(separator: ", "))"
            },
            "opened": "\(Words.minuteAndDistance(ticket.openedAt)) by \(ticket.openedBy)",
            "resolved": ticket.resolvedAt.map { "\(Words.minuteAndDistance($0))" },
            "version": "\(ticket.version)",
        ])
        for link in reply.links ?? [] {
            page.line(
                "\(link.kind.words) ticket \(link.ticket, .strong), \(Words.state(link.state)): "
                    + "\(link.subject)")
        }
        if !reply.body.isEmpty {
            page.line()
            page.block(reply.body)
        }
        HistoryLines.show(reply.history, isFull: isFull, on: &page)
        AttachmentRows.show(reply.history, on: &page)
        guard !reply.entries.isEmpty else { return }
        page.heading("time")
        page.table(EntryRows.table(reply.entries), none: "")
    }
}

/// What happened to a ticket, oldest first: changes on a line each, notes in full.
enum HistoryLines {
    /// - Parameter isFull: whether what mails quote is shown, and not only how much it is.
    static func show(_ history: [RemarkView], isFull: Bool = true, on page: inout Page) {
        guard !history.isEmpty else { return }
        page.heading("history")
        for (place, remark) in history.enumerated() {
            let of: StyledText = remark.of.map { " (ticket \($0))" } ?? ""
            let origin: StyledText = "\(Words.minute(remark.at), .faint)  \(remark.by)\(of)"
            if remark.note {
                let verb =
                    switch remark.correspondence {
                    case .toClient: "wrote to the client"
                    case .fromClient: "had from the client"
                    case nil: "noted"
                    }
                page.line("\(origin) \(verb), note \(place + 1):")
            } else {
                page.line("\(origin): \(remark.text)")
            }
            if let mail = remark.mail { MailLines.show(mail, on: &page) }
            if remark.note { page.block(remark.text, indent: "    ") }
            if remark.note, let files = remark.attachments, !files.isEmpty {
                page.line("    attached \(SentenceList.text(files.map(\.name)))")
            }
            if let mail = remark.mail { MailLines.showRest(mail, isFull: isFull, on: &page) }
        }
    }
}

/// `supportc queue`.
struct QueueCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "queue", "List the tickets that want work, in working order.",
        example: "supportc queue --for olena --limit 5")

    @Option(
        named: "for", or: "assignee",
        "Only those of this person, or me; ranks stay those of the whole queue.", value: "staff",
        Reading.name)
    var assignee: Name<Staff>?

    @Flag(help: "Only those of nobody.")
    var unassigned = false

    @Option("Only of this level.", value: "level", Reading.level)
    var level: Level?

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @OptionGroup var most: LimitOption

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> QueueList {
        QueueList(
            assignee: assignee, unassigned: unassigned ? true : nil, level: level, client: client,
            limit: most.limit)
    }

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
