import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket`.
struct TicketCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "ticket", "The tickets.",
        [
            TicketOpenCommand.self, TicketListCommand.self, TicketShowCommand.self,
            TicketAssignCommand.self, TicketNoteCommand.self, TicketLevelCommand.self,
            TicketNextCommand.self, TicketTurnCommand<WaitingTurn>.self,
            TicketTurnCommand<ResumedTurn>.self, TicketTurnCommand<ResolvedTurn>.self,
            TicketCloseCommand.self, TicketReopenCommand.self, TicketLinkCommand.self,
            TicketMergeCommand.self, TicketSplitCommand.self,
            TicketAttachCommand.self, TicketAttachmentCommand.self, TicketDetachCommand.self,
            TicketReplyCommand.self,
            TicketMailCommand.self,
        ])
}

/// `supportc ticket open`.
struct TicketOpenCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "open", "Open a ticket for a client.",
        example: "supportc ticket open acme --level 1 --subject 'Checkout fails'")

    @Argument var client: Name<Client>

    @Option("How severe it is, 1 to 4.", value: "level", Reading.level)
    var level: Level

    @Option("What it is about, in one line.", value: "text")
    var subject: String

    @Option("The service; troubleshooting unless said.", value: "service", Reading.name)
    var service: Name<Service>?

    @Option("The whole story; - reads standard input.", value: "text")
    var body: String?

    @Flag(help: "Write the body in your editor.")
    var edit = false

    @Option(
        "The contract that pays, where the client has several.", value: "number", Reading.number)
    var contract: Identifier<Contract>?

    @Flag(help: "No contract pays; the time is billed on demand.")
    var onDemand = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if onDemand, contract != nil {
            throw ValidationError("--contract and --on-demand do not go together; choose one")
        }
        if edit, body != nil {
            throw ValidationError("--body and --edit do not go together; choose one")
        }
    }

    func request(_ input: Input) throws -> OpenTicket {
        let body =
            edit
            ? try input.text(
                nil, editing: "the body of a ticket for \(client): \(subject)",
                missing: WireError(
                    .usage, "usage", "--edit goes with a terminal",
                    hint: "give the body with --body, where - reads standard input"))
            : try body.map(input.text)
        return OpenTicket(
            client: client, level: level, subject: subject, service: service, body: body,
            contract: contract, onDemand: onDemand ? true : nil)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line(
            "ticket \(reply.ticket, .strong) opened for \(reply.client): "
                + "level \(Words.level(reply.level)), \(Words.payer(reply.contract))")
    }

    /// Opens it, and says to people what the client can expect (R12).
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var opened: Identifier<Ticket>?
        let ending = try invocation.ask(
            request(Input(invocation.console)), options,
            show: { reply, page in
                opened = reply.ticket
                show(reply, on: &page)
            }, identifiers: { identifiers($0) })
        guard let opened, !options.dryRun else { return ending }
        // The ticket is open whatever becomes of this.
        guard var connection = try? invocation.connect(options),
            let expected = try? connection.call(TicketExplain(ticket: opened)).reply.expected
        else { return ending }
        var page = Page(invocation.screen)
        page.screen.now = connection.hello.now
        ExpectationLines.show(expected, on: &page)
        try invocation.print(page)
        return ending
    }
}

/// What a client can expect of a ticket, for people (R12).
enum ExpectationLines {
    static func show(_ expected: TurnaroundView, on page: inout Page) {
        let day = { (date: CivilDate) in "\(date)" }
        if let due = expected.due {
            page.line("to be done by \(Words.minuteAndDistance(due))")
        }
        if let week = expected.week {
            page.line(
                "its work can begin on \(day(week)): the hours of the weeks before are used or "
                    + "planned (R9)")
        }
        if let beyond = expected.beyond {
            let until = expected.until.map { "has to wait until \(day($0))" } ?? "cannot be used"
            page.line(
                "this week lets \(expected.room ?? .zero) through; what goes beyond \(until), and "
                    + "\(beyond) that were saved up expire (R10, R12)")
        }
        if expected.extra ?? false {
            page.line("its work is extra hours, which the package does not cover (R8)")
        }
    }
}

/// `supportc ticket assign`.
struct TicketAssignCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "assign", "Give a ticket to somebody, or to nobody.",
        example: "supportc ticket assign 12 olena")

    @Argument var ticket: Identifier<Ticket>

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

    func show(_ reply: TicketView, on page: inout Page) { Self.told(of: reply, on: &page) }

    /// Who has it now.
    static func told(of reply: TicketView, on page: inout Page) {
        let who = reply.assignee?.text ?? "nobody"
        page.outcome(
            "ticket \(reply.ticket, .strong) assigned to \(who)",
            already: reply.unchanged, "ticket \(reply.ticket, .strong) is assigned to \(who)")
    }
}

/// `supportc ticket note`.
struct TicketNoteCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "note", "Write a note on a ticket.", details: EditedText.details,
        example: "supportc ticket note 12 'waiting for the payment provider'")

    @Argument var ticket: Identifier<Ticket>

    @OptionGroup var note: NoteArgument

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> NoteTicket {
        NoteTicket(
            ticket: ticket,
            text: try note.written(
                on: "ticket \(ticket)", input, for: Self.self, ["ticket", "note"]))
    }

    func show(_ reply: TicketView, on page: inout Page) { Self.told(of: reply, on: &page) }

    /// That it was written.
    static func told(of reply: TicketView, on page: inout Page) {
        page.line("note written on ticket \(reply.ticket, .strong)")
    }
}

/// `supportc ticket level`.
struct TicketLevelCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "level", "Change the level of a ticket.",
        example: "supportc ticket level 12 2 --reason 'orders go through again'")

    @Argument var ticket: Identifier<Ticket>

    @Argument(help: "The new level, 1 to 4.", transform: Reading.level)
    var level: Level

    @Option("Why.", value: "text")
    var reason: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ChangeTicketLevel {
        ChangeTicketLevel(ticket: ticket, level: level, reason: reason)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        let level: StyledText =
            "ticket \(reply.ticket, .strong) is level \(Words.level(reply.level))"
        page.outcome(
            "\(level) now", already: reply.unchanged, level,
            dropped: reason == nil ? nil : "reason")
    }
}

/// `supportc ticket close`.
struct TicketCloseCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "close", "File a resolved ticket.", example: "supportc ticket close 12")

    @Argument var ticket: Identifier<Ticket>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> CloseTicket { CloseTicket(ticket: ticket) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.outcome(
            "ticket \(reply.ticket, .strong) closed", already: reply.unchanged,
            "ticket \(reply.ticket, .strong) is closed")
    }
}

/// `supportc ticket reopen`.
struct TicketReopenCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "reopen",
        "Take a resolved or closed ticket up again; after some days, open a new one that continues it.",
        example: "supportc ticket reopen 12 --reason 'it fails again'")

    @Argument var ticket: Identifier<Ticket>

    @Option("Why.", value: "text")
    var reason: String

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ReopenTicket { ReopenTicket(ticket: ticket, reason: reason) }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line(
            reply.ticket == ticket
                ? "ticket \(reply.ticket, .strong) reopened"
                : "ticket \(ticket) was resolved too long ago: ticket \(reply.ticket, .strong) "
                    + "opened, which continues it")
    }
}
