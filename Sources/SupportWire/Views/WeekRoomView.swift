package import SupportModel

/// What one ISO week lets through (R9). Amounts of work are minutes.
package struct WeekRoomView: Codable, Hashable, Sendable {
    /// The week's Monday.
    package var week: CivilDate
    /// The first day of it that counts: today, the Monday, or the first day of the cycle.
    package var from: CivilDate
    /// The cycle whose hours it draws from, 1 for the contract's first.
    package var cycle: Int
    /// The most that it may draw.
    package var limit: Minutes
    /// What it has drawn.
    package var drawn: Minutes
    /// What it may still draw, never more than is left of the hours; after a boundary that cuts the
    /// week, what its days before the boundary leave of that.
    package var room: Minutes

    /// What callers see of a week.
    package init(_ week: WeekRoom) {
        self.week = week.monday
        from = week.from
        cycle = week.cycle + 1
        limit = week.limit
        drawn = week.drawn
        room = week.room
    }
}
