/// One ticket that was worked on in a cycle.
package struct StatementTicket: Hashable, Sendable, Codable {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to `Limits.statementTextBytesMax` bytes.
    package var subject: String
    /// Drawn from the package, of whichever cycle.
    package var package: Minutes
    /// Billed beyond it (R8).
    package var extra: Minutes
}
