package import SupportModel

/// Lists tickets of every state as a file of them has them, in order of number, page by page.
package struct TicketExport: Request {
    package static let method = "ticket.export"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only tickets after this one; the first page unless said.
    package var after: Identifier<Ticket>?
    /// Only this contract's.
    package var contract: ContractReference?
    /// Only this client's.
    package var client: Name<Client>?
    /// Only those opened on this day, in the client's zone, and later.
    package var from: CivilDate?
    /// Only those opened on this day, in the client's zone, and earlier.
    package var to: CivilDate?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        after: Identifier<Ticket>? = nil, contract: ContractReference? = nil,
        client: Name<Client>? = nil, from: CivilDate? = nil, to: CivilDate? = nil,
        limit: Int? = nil
    ) {
        self.after = after
        self.contract = contract
        self.client = client
        self.from = from
        self.to = to
        self.limit = limit
    }

    /// A page of tickets; `next` continues where it ends.
    package struct Reply: Codable, Hashable, Sendable {
        /// The tickets that match, in order of number.
        package var tickets: [ExportedTicket]
        /// The `after` of the next call; missing at the end.
        package var next: Identifier<Ticket>?

        package init(tickets: [ExportedTicket], next: Identifier<Ticket>? = nil) {
            self.tickets = tickets
            self.next = next
        }
    }
}
