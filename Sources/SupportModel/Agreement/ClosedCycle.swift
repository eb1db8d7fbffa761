/// A cycle that has ended: what was drawn, what was extra, what expired. It never changes (R10).
package struct ClosedCycle: Hashable, Sendable, Codable {
    /// Which month it was, and what it had granted.
    package var cycle: Cycle
    /// What its entries drew: its own hours and grouped ones.
    package var used: Minutes
    /// What they took beyond the package, billed separately (R8).
    package var extra: Minutes
    /// What was granted and not drawn by the end; it is gone (R10).
    package var expired: Minutes
    /// How each live entry was covered, in order of work date then booking.
    package var splits: [EntrySplit]
    /// Draws of its entries per ISO week by its Monday, for a week that the boundary cuts (R9).
    package var weeks: [WeekDraw]
    /// The boundary's own time, not the time at which the desk came to it.
    package var closedAt: Instant
    /// What grouping gave the cycle, less what it took from it (R11); nil for nothing. The two
    /// cycles' figures add up to 0.
    package var grouped: Minutes?
    /// The terms that held; nil in journals that did not keep them.
    package var terms: ContractTerms?
    /// What the client was told; nil in journals that did not keep it.
    package var statement: Statement?

    /// `granted + grouped - used - expired = 0`.
    package var left: Minutes { cycle.granted + (grouped ?? .zero) - used - expired }
}
