/// The work of one service and level in a cycle, and how it was covered.
package struct StatementWork: Hashable, Sendable, Codable {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// What the catalogue called it when the statement was made, cut to
    /// `Limits.statementTextBytesMax` bytes.
    package var title: String
    /// The level of its tickets when it was booked (R3).
    package var level: Level
    /// Drawn from the package.
    package var package: Minutes
    /// Drawn from the hours of the other cycle of a group (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes
}
