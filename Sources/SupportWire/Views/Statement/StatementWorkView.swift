package import SupportModel

/// The work of one service and level, as a statement shows it. Amounts of work are minutes.
package struct StatementWorkView: Codable, Hashable, Sendable {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// What the catalogue called it when the statement was made.
    package var title: String
    /// The level of its tickets when it was booked (R3).
    package var level: Level
    /// Drawn from the package.
    package var package: Minutes
    /// Drawn from the hours of the other cycle of a group (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes

    /// What callers see of a line of work.
    package init(_ work: StatementWork) {
        service = work.service
        title = work.title
        level = work.level
        package = work.package
        grouped = work.grouped
        extra = work.extra
    }
}
