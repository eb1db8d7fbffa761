/// What one ISO week lets through (R9).
package struct WeekRoom: Hashable, Sendable {
    /// The week's Monday.
    package var monday: CivilDate
    /// The first day of the week that counts: today, the Monday, or the cycle's first day.
    package var from: CivilDate
    /// The index of the cycle whose hours it draws from.
    package var cycle: Int
    /// The most that it may draw.
    package var limit: Minutes
    /// What it has drawn.
    package var drawn: Minutes
    /// What it may still draw, and no more than is left of the hours; after a boundary that cuts the
    /// week, what its days before the boundary leave of that.
    package var room: Minutes
}
