package import SupportModel

/// Lists tickets, newest first.
package struct TicketList: Request {
    package static let method = "ticket.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only this client's.
    package var client: Name<Client>?
    /// Only those in this state; those that want work unless said.
    package var state: TicketState?
    /// Whether tickets of every state are listed.
    package var all: Bool?
    /// Only those of this level.
    package var level: Level?
    /// Only those that this person works on.
    package var assignee: Name<Staff>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        client: Name<Client>? = nil, state: TicketState? = nil, all: Bool? = nil,
        level: Level? =
            nil, assignee: Name<Staff>? = nil, limit: Int? = nil
    ) {
        self.client = client
        self.state = state
        self.all = all
        self.level = level
        self.assignee = assignee
        self.limit = limit
    }

    /// The tickets; `more` when the limit cut the list.
    package struct Reply: Codable, Hashable, Sendable {
        /// The tickets that were asked for.
        package var tickets: [TicketView]
        /// True when the limit left older ones out.
        package var more: Bool

        package init(tickets: [TicketView], more: Bool) {
            self.tickets = tickets
            self.more = more
        }
    }
}
