import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket show`.
struct TicketShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a ticket with its text, history and time.",
        discussion: "Example:\n  supportc ticket show 12")

    @Argument(help: "The ticket.", transform: Reading.number)
    var ticket: Identifier<Ticket>

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
            "monitor": "\(ticket.monitor?.text ?? "")",
            "opened": "\(Words.minute(ticket.openedAt)) by \(ticket.openedBy)",
            "resolved": "\(ticket.resolvedAt.map(Words.minute) ?? "")",
            "version": "\(ticket.version)",
        ])
        if !reply.body.isEmpty {
            page.line()
            page.block(reply.body)
        }
        HistoryLines.show(reply.history, on: &page)
        guard !reply.entries.isEmpty else { return }
        page.heading("time")
        page.table(EntryRows.table(reply.entries), none: "")
    }

    func identifiers(_ reply: TicketShow.Reply) -> [String] { [reply.ticket.ticket.description] }
}
