package import SupportModel

/// Lists everything there is as a file has it, in order of number, page by page.
package struct Export<Kind: Exported>: Request {
    package static var method: Method<ExportPage<Kind.Row>> { Kind.method }

    /// Only what comes after this one; the first page unless said.
    package var after: Identifier<Kind.Row.Counted>?
    /// Only this contract's.
    package var contract: ContractReference?
    /// Only this client's.
    package var client: Name<Client>?
    /// Only tickets opened on this day, in the client's zone, or work of this day, and later.
    package var from: CivilDate?
    /// The same of this day and earlier.
    package var to: CivilDate?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        after: Identifier<Kind.Row.Counted>? = nil, contract: ContractReference? = nil,
        client: Name<Client>? = nil, from: CivilDate? = nil, to: CivilDate? = nil, limit: Int? = nil
    ) {
        (self.after, self.contract, self.client, self.from) = (after, contract, client, from)
        (self.to, self.limit) = (to, limit)
    }
}

/// A kind of thing that is exported.
package protocol Exported: Sendable {
    /// What a file has of one.
    associatedtype Row: ExportedRow
    /// The method that exports them.
    static var method: Method<ExportPage<Row>> { get }
}

/// Tickets of every state.
package enum ExportedTickets: Exported {
    /// A ticket.
    package typealias Row = ExportedTicket

    package static let method = Method<ExportPage<Row>>.read("ticket.export", .long)
}

/// Live time entries.
package enum ExportedEntries: Exported {
    /// An entry.
    package typealias Row = ExportedEntry

    package static let method = Method<ExportPage<Row>>.read("time.export", .long)
}

/// The export of tickets.
package typealias TicketExport = Export<ExportedTickets>

/// The export of time.
package typealias TimeExport = Export<ExportedEntries>

/// A row of a file.
package protocol ExportedRow: Listed {
    /// What the rows are, which the desk numbers.
    associatedtype Counted
    /// The number that the desk gave it.
    var number: Identifier<Counted> { get }
}

/// A page of an export, in order of number; `next` continues where it ends.
package typealias ExportPage<Row: ExportedRow> = Joined<Listing<Row>, NextPage<Row.Counted>>

/// Where an export goes on.
package struct NextPage<Counted>: View {
    /// The `after` of the next call; missing at the end.
    package var next: Identifier<Counted>?
}

extension Joined {
    /// A page of an export.
    package init<Row: ExportedRow>(_ rows: [Row], next: Identifier<Row.Counted>?)
    where First == Listing<Row>, Second == NextPage<Row.Counted> {
        self.init(Listing(rows), NextPage(next: next))
    }
}

/// A ticket with what a file of tickets says besides.
package struct ExportedTicket: ExportedRow {
    package static let plural = "tickets"

    /// The key that it was imported under, or one that stands for its number: `ticket:12`.
    package var key: ImportKey
    /// The whole story; may be empty.
    package var body: String
    /// The ticket itself.
    package var ticket: TicketView

    /// The ticket's number, in whose order tickets are listed.
    package var number: Identifier<Ticket> { ticket.ticket }

    /// What a file says of a ticket.
    package init(_ ticket: Ticket) {
        key = ticket.importKey ?? ImportKey(standingFor: ticket.number)
        body = ticket.body
        self.ticket = TicketView(ticket)
    }
}

/// A time entry with what a file of entries says besides.
package struct ExportedEntry: ExportedRow {
    package static let plural = "entries"

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

    /// The entry's number, in whose order entries are listed.
    package var number: Identifier<TimeEntry> { entry.entry }

    /// What a file says of an entry of a ticket.
    package init(_ entry: TimeEntry, of ticket: Ticket, view: EntryView) {
        key = entry.importKey ?? ImportKey(standingFor: entry.number)
        ticketKey = ticket.importKey ?? ImportKey(standingFor: ticket.number)
        client = ticket.client
        extraAllowed = entry.extraAllowed
        self.entry = view
    }
}
