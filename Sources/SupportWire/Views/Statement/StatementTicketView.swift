package import SupportModel

/// One ticket that was worked on in a cycle, as a statement shows it. Amounts of work are minutes.
package struct StatementTicketView: Codable, Hashable, Sendable {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to 80 bytes.
    package var subject: String
    /// Drawn from the package, of whichever cycle.
    package var package: Minutes
    /// Billed beyond it (R8).
    package var extra: Minutes

    /// What callers see of a ticket's line.
    package init(_ line: StatementTicket) {
        ticket = line.ticket
        subject = line.subject
        package = line.package
        extra = line.extra
    }
}
