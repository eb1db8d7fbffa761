/// Where a suggestion puts one ticket, and what it could not put (R12).
package struct SuggestedTicket: Hashable, Sendable {
    /// The ticket and what is still to do.
    package var work: TicketWork
    /// In order of weeks; together never more than is still to do.
    package var parts: [SuggestedPart]
    /// Whether it keeps the week that it was planned for.
    package var isKept: Bool
    /// What does not fit before the hours expire; nil when all does.
    package var shortfall: PlanShortfall?

    /// Whether its last part comes after the day by which it is to be done.
    package var isLate: Bool { work.isLate(in: parts.last?.week) }
}
