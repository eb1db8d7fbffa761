import ArgumentParser
import SupportModel
import SupportWire

/// `supportc explain`.
struct ExplainCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "explain", "Say why something is as it is.",
        [ExplainTimeCommand.self, ExplainTicketCommand.self])
}

/// `supportc explain time`.
struct ExplainTimeCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "time", "Say why a time entry is covered as it is.", example: "supportc explain time 41")

    @Argument var entry: Identifier<TimeEntry>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> TimeExplain { TimeExplain(entry: entry) }

    func show(_ reply: TimeExplain.Reply, on page: inout Page) {
        page.line("entry \(reply.entry.entry, .strong): \(EntryLines.work(reply.entry))")
        page.table(
            ForecastRows.lines(reply.lines), none: "the desk has nothing to say about it")
    }

    func identifiers(_ reply: TimeExplain.Reply) -> [String] { [reply.entry.entry.description] }
}

/// `supportc explain ticket`.
struct ExplainTicketCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "ticket", "Say how a ticket's deadlines come about.",
        example: "supportc explain ticket 12")

    @Argument var ticket: Identifier<Ticket>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> TicketExplain { TicketExplain(ticket: ticket) }

    func show(_ reply: TicketExplain.Reply, on page: inout Page) {
        page.line("ticket \(reply.ticket.ticket, .strong): \(reply.ticket.subject)")
        page.table(ForecastRows.lines(reply.lines), none: "nothing is promised of it")
        if let expected = reply.expected { ExpectationLines.show(expected, on: &page) }
    }

    func identifiers(_ reply: TicketExplain.Reply) -> [String] {
        [reply.ticket.ticket.description]
    }
}
