package import SupportModel

/// Shows a ticket with its text, history and time.
package struct TicketShow: Request {
    package static let method = "ticket.show"
    package static let access = Access.read
    package static let cost = Cost.long
    /// The ticket to show, in whatever state.
    package var ticket: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>) {
        self.ticket = ticket
    }

    /// A ticket and all that belongs to it.
    package struct Reply: Codable, Hashable, Sendable {
        /// The ticket that was asked for, as a list shows it.
        package var ticket: TicketView
        /// What was asked, in full; empty where the subject said it all.
        package var body: String
        /// Oldest first.
        package var history: [RemarkView]
        /// In order of booking.
        package var entries: [EntryView]
        /// What the catalogue calls the ticket's level; missing from older desks.
        package var levelTitle: String?

        package init(
            ticket: TicketView, body: String, history: [RemarkView], entries: [EntryView],
            levelTitle: String? = nil
        ) {
            self.ticket = ticket
            self.body = body
            self.history = history
            self.entries = entries
            self.levelTitle = levelTitle
        }
    }
}
