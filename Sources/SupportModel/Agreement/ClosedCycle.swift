/// A cycle that has ended: what was drawn, what was extra, what expired. It never changes (R10).
package struct ClosedCycle: Hashable, Sendable, Codable {
    package var cycle: Cycle
    /// Drawn from the package, billed beyond it, and gone unused.
    package var used: Minutes
    package var extra: Minutes
    package var expired: Minutes
    /// How each live entry was covered, in order of work date then booking.
    package var splits: [EntrySplit]
    /// Draws per ISO week by its Monday, for a week that the boundary cuts (R9).
    package var weeks: [WeekDraw]
    /// The boundary's own time, not the time at which the desk came to it.
    package var closedAt: Instant
}
