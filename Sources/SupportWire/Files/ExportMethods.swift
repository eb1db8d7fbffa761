package import SupportModel

/// Lists tickets of every state as a file of them has them, in order of number, page by page.
package struct TicketExport: Request {
    package static let method = Method<Reply>.read("ticket.export", .long)

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
        client: Name<Client>? = nil, from: CivilDate? = nil, to: CivilDate? = nil, limit: Int? = nil
    ) {
        self.after = after
        self.contract = contract
        self.client = client
        self.from = from
        self.to = to
        self.limit = limit
    }

    /// A page of tickets; `next` continues where it ends.
    package struct Reply: View {
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

/// Lists live time entries as a file of them has them, in order of number, page by page.
package struct TimeExport: Request {
    package static let method = Method<Reply>.read("time.export", .long)

    /// Only entries after this one; the first page unless said.
    package var after: Identifier<TimeEntry>?
    /// Only this contract's.
    package var contract: ContractReference?
    /// Only this client's.
    package var client: Name<Client>?
    /// Only work of this day and later.
    package var from: CivilDate?
    /// Only work of this day and earlier.
    package var to: CivilDate?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        after: Identifier<TimeEntry>? = nil, contract: ContractReference? = nil,
        client: Name<Client>? = nil, from: CivilDate? = nil, to: CivilDate? = nil, limit: Int? = nil
    ) {
        self.after = after
        self.contract = contract
        self.client = client
        self.from = from
        self.to = to
        self.limit = limit
    }

    /// A page of entries; `next` continues where it ends.
    package struct Reply: View {
        /// The entries that match, in order of number; voided ones are left out.
        package var entries: [ExportedEntry]
        /// The `after` of the next call; missing at the end.
        package var next: Identifier<TimeEntry>?

        package init(entries: [ExportedEntry], next: Identifier<TimeEntry>? = nil) {
            self.entries = entries
            self.next = next
        }
    }
}

/// A ticket with what a file of tickets says besides.
package struct ExportedTicket: View {
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

/// A time entry with what a file of entries says besides.
package struct ExportedEntry: View {
    /// The key that it was imported under, or one that stands for its number: `entry:41`.
    package var key: ImportKey
    /// The same of its ticket.
    package var ticketKey: ImportKey
    /// The client of its ticket.
    package var client: Name<Client>
    /// Whether what does not fit was let be extra hours.
    package var extraAllowed: Bool
    /// The entry itself.
    package var entry: EntryView

    /// What a file says of an entry of a ticket.
    package init(_ entry: TimeEntry, of ticket: Ticket, view: EntryView) {
        key = entry.importKey ?? ImportKey(standingFor: entry.number)
        ticketKey = ticket.importKey ?? ImportKey(standingFor: ticket.number)
        client = ticket.client
        extraAllowed = entry.extraAllowed
        self.entry = view
    }
}
