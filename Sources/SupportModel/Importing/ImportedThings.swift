/// What came of an import, for the answer to it.
extension State {
    /// The number of the ticket that a key made, or that it stands for in a file exported here.
    package func ticketNumber(importedAs key: ImportKey) -> Identifier<Ticket>? {
        importedTickets[key] ?? key.exportedTicket
    }

    /// The number of the entry that a key made, or that it stands for in a file exported here.
    package func entryNumber(importedAs key: ImportKey) -> Identifier<TimeEntry>? {
        importedEntries[key] ?? key.exportedEntry
    }
}
