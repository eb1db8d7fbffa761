package import SupportModel

/// What a plan gives to one ticket in one week.
package struct PlanPartView: Codable, Hashable, Sendable {
    /// The ticket's number.
    package var ticket: Identifier<Ticket>
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// The planned work; missing, and not 0, where the ticket has no estimate.
    package var minutes: Minutes?
    /// What of it would be extra hours; missing for none (R2, R8).
    package var extra: Minutes?
    /// True where the week begins after the day by which the ticket is to be done.
    package var late: Bool?

    /// What callers see of a part.
    package init(_ part: PlanPart) {
        ticket = part.ticket
        level = part.level
        minutes = part.minutes
        extra = part.extra == .zero ? nil : part.extra
        late = part.isLate ? true : nil
    }
}
