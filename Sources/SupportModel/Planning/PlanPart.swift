/// What a plan gives to one ticket in one week.
package struct PlanPart: Hashable, Sendable {
    /// The ticket.
    package var ticket: Identifier<Ticket>
    /// How severe it is; Level 1 may pass the weekly limit (R9).
    package var level: Level
    /// The work that is planned; nil, and not 0, without an estimate.
    package var minutes: Minutes?
    /// What of it cannot draw from the package: extra hours (R2, R8).
    package var extra: Minutes
    /// Whether it passes the weekly limit without being refused (R9).
    package var passesLimit: Bool
    /// Whether the week begins after the day by which the ticket is to be done.
    package var isLate: Bool

    /// What of the work draws from the package.
    package var drawn: Minutes { (minutes ?? .zero) - extra }
}
