/// A cycle that has ended: what was drawn, what was extra, what expired. It never changes (R10).
package struct ClosedCycle: Hashable, Sendable, Codable {
    /// Which month it was, and what it had granted.
    package var cycle: Cycle
    /// What its entries drew from the package.
    package var used: Minutes
    /// What they took beyond the package, billed separately (R8).
    package var extra: Minutes
    /// What was granted and not drawn by the end; it is gone (R10).
    package var expired: Minutes
    /// How each live entry was covered, in order of work date then booking.
    package var splits: [EntrySplit]
    /// Draws per ISO week by its Monday, for a week that the boundary cuts (R9).
    package var weeks: [WeekDraw]
    /// The boundary's own time, not the time at which the desk came to it.
    package var closedAt: Instant
}
