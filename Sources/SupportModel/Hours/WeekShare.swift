/// The days that one ISO week and one cycle have in common, as far as the contract runs on them: what
/// the weekly limit lets through there (R9).
///
/// A week that a boundary cuts has two, which share the week's draw: each holds it against its own
/// limit, also where the limits differ.
struct WeekShare: Hashable, Sendable {
    /// The week.
    var week: Week
    /// The first of the days.
    var from: CivilDate
    /// The index of the cycle.
    var cycle: Int
    /// The most that the week may draw by work of these days.
    var limit: Minutes

    /// What weeks still let through together, each up to the greater limit of its shares.
    ///
    /// - Parameters:
    ///   - shares: in order of time; weeks with their limits.
    ///   - most: where to stop counting: more is of no use.
    ///   - drawn: what a week has drawn.
    static func through(
        _ shares: some Sequence<(week: Week, limit: Minutes)>, atMost most: Minutes,
        drawn: (Week) -> Minutes
    ) -> Minutes {
        var sum = Minutes.zero
        var last: (week: Week, room: Minutes)?
        for share in shares where sum < most {
            let room = max(.zero, share.limit - drawn(share.week))
            let counted = last.map { $0.week == share.week ? $0.room : .zero } ?? .zero
            sum += max(.zero, room - counted)
            last = (share.week, max(room, counted))
        }
        return max(.zero, min(most, sum))
    }
}

extension Contract {
    /// The weeks from a day to the day before another, both of one cycle; weeks in which the contract
    /// rests on all these days are left out.
    func weekShares(ofCycle index: Int, from: CivilDate, to: CivilDate) -> [WeekShare] {
        let limit = weeklyLimit(ofCycle: index)
        var shares: [WeekShare] = []
        var week = Week(containing: from)
        while week.monday < to {
            let first = max(from, week.monday)
            if activeDays(from: first, to: min(to, week.next.monday)) > 0 {
                shares.append(WeekShare(week: week, from: first, cycle: index, limit: limit))
            }
            week = week.next
        }
        return shares
    }

    /// The weeks from a day on in which the hours of the open cycle can be drawn: its own, and those
    /// of the cycle after it where the two are grouped (R11).
    func poolShares(from today: CivilDate) -> [WeekShare] {
        guard let open = account.open, let last = poolEnd else { return [] }
        let own = weekShares(ofCycle: open.index, from: max(today, open.from), to: open.to)
        guard open.to < last else { return own }
        return own + weekShares(ofCycle: open.index + 1, from: max(today, open.to), to: last)
    }

    /// What can still be drawn from a day on before the hours expire (R12): the smaller of what is
    /// left and what the weekly limits of the weeks to come still let through. While nobody knows
    /// when the hours expire, because the contract rests before that, all that is left.
    ///
    /// The one answer of `hours`, `plan`, `forecast` and the notices.
    package func usable(_ coverage: Coverage, from today: CivilDate) -> Minutes {
        guard poolExpiry != nil else { return max(.zero, coverage.left) }
        return WeekShare.through(
            poolShares(from: today).lazy.map { ($0.week, $0.limit) }, atMost: coverage.left
        ) { account.drawnBefore(in: $0) + coverage.drawn(in: $0) }
    }

    /// The day at whose beginning the open cycle's hours expire: its own end, or that of the group
    /// that it begins (R10, R11). Nil without an open cycle, and while a rest without an end lies
    /// before that day.
    package var poolExpiry: CivilDate? {
        poolEnd.flatMap { end in (openSuspension?.from).map { $0 < end } ?? false ? nil : end }
    }

    /// The same, as if a rest without an end took no time.
    var poolEnd: CivilDate? {
        guard let open = account.open else { return nil }
        guard let group = group(ofCycle: open.index), group.first == open.index else {
            return open.to
        }
        return min(end, boundary(ofCycle: group.second + 1))
    }
}
