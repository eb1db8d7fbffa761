package import SupportModel

/// A time entry with what a file of entries says besides.
package struct ExportedEntry: Codable, Hashable, Sendable {
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
