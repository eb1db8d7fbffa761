/// What saving the hours for the last week before they expire would delay (R12).
///
/// "When a client saves its hours for the last week of a cycle, the desk says beforehand what will
/// then be delayed and by how much." With the last week that which holds the last day before the hours
/// expire, the figures are
///
///     fits    = min(left, what the weekly limit lets the last week draw)
///     delayed = left - fits
///
/// Work of `delayed` waits for the cycle that follows, or becomes extra hours (R8). It is said when
/// something would be delayed, from the middle of the cycle, or of the group, until the last week
/// begins. Before the middle it would be said of everybody: a package is more than a week may draw.
/// In the last week nothing can be decided any more, and what is usable says the same. What a plan puts
/// into a week beyond its limit is told with the plan, at any time.
package struct SavedHours: Hashable, Sendable, Codable {
    /// The Monday of the last week.
    package var week: CivilDate
    /// What of the hours that are left it can draw.
    package var fits: Minutes
    /// What it cannot, more than 0.
    package var delayed: Minutes
    /// The day on which a cycle follows, after a rest that begins as the hours expire; nil where the
    /// contract ends, and where nobody has said when it goes on.
    package var until: CivilDate?
    /// What the contract says of extra hours (R8).
    package var extra: ExtraPolicy
}

extension Contract {
    /// What saving the hours that are left for their last week would delay, seen on a day; nil where
    /// it would delay nothing, and where it is not the time to say so.
    package func savedHours(_ coverage: Coverage, today: CivilDate) -> SavedHours? {
        guard let open = account.open, let end = poolExpiry, open.from <= today else {
            return nil
        }
        let last = Week(containing: end.advanced(byDays: -1))
        let first = poolStart ?? open.from
        guard today < last.monday,
            2 * activeDays(from: first, to: today) >= activeDays(from: first, to: end)
        else { return nil }
        let fits = usable(coverage, from: last.monday)
        guard fits < coverage.left else { return nil }
        return SavedHours(
            week: last.monday, fits: fits, delayed: coverage.left - fits,
            until: dayOfNextCycle(after: end), extra: terms.extraPolicy)
    }

    /// The first day from the end of a cycle on that does not rest.
    private func dayOfNextCycle(after end: CivilDate) -> CivilDate? {
        var day = end
        while let rest = rests.first(where: { $0.from == day }) {
            guard let next = rest.to else { return nil }
            day = next
        }
        return day < planEnd ? day : nil
    }

    /// The first day of the hours that expire at `poolEnd`: that of the open cycle, or of the cycle
    /// that it is grouped with (R11).
    private var poolStart: CivilDate? {
        guard let open = account.open else { return nil }
        guard let group = group(ofCycle: open.index), group.second == open.index else {
            return open.from
        }
        return account.closed(group.first)?.cycle.from ?? open.from
    }
}
