package import SupportModel

/// A ticket with what a file of tickets says besides.
package struct ExportedTicket: Codable, Hashable, Sendable {
    /// The key that it was imported under, or one that stands for its number: `ticket:12`.
    package var key: ImportKey
    /// The whole story; may be empty.
    package var body: String
    /// The ticket itself.
    package var ticket: TicketView

    /// What a file says of a ticket.
    package init(_ ticket: Ticket) {
        key = ticket.importKey ?? ImportKey(standingFor: ticket.number)
        body = ticket.body
        self.ticket = TicketView(ticket)
    }
}
