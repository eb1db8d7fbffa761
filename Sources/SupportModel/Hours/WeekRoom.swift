/// The hours that one ISO week can draw from one cycle (R9), as `hours` answers them on a day, if
/// nothing is booked before that day.
///
/// A week that a cycle boundary cuts has two, one for each cycle. They share the week's limit: hours
/// that are drawn before the boundary leave less after it.
package struct WeekRoom: Hashable, Sendable {
    /// The week's Monday.
    package var monday: CivilDate
    /// The day of which the figures are true, the first of the week that counts: today, the Monday,
    /// or the cycle's first day.
    package var from: CivilDate
    /// The index of the cycle whose hours it draws from.
    package var cycle: Int
    /// The most that it may draw.
    package var limit: Minutes
    /// The hours that it has drawn.
    package var drawn: Minutes
    /// The hours that it may still draw, at most those that are left of the cycle.
    package var room: Minutes
}

/// The remaining hours of weeks and closed cycles while entries are covered one after another.
struct WeekRooms: Hashable, Sendable {
    /// The account without its entries, which would be copied when the next one is added.
    private var account: HourAccount
    private var taken = WeekDraws()
    private var expired: [Int: Minutes] = [:]

    init(_ contract: Contract) {
        account = contract.account
        account.entries = []
        account.late = nil
    }

    /// The room of a week: its limit minus the hours that closed cycles and earlier bookings draw
    /// (R9).
    mutating func room(_ monday: Int, limit: Minutes) -> Minutes {
        max(.zero, limit - drawn(monday))
    }

    /// Notes that an entry draws from a week.
    mutating func take(_ monday: Int, _ minutes: Minutes) {
        taken.set(monday, drawn(monday) + minutes)
    }

    /// The hours that are left of a closed cycle's expired ones.
    func expiredLeft(_ index: Int) -> Minutes {
        expired[index] ?? account.expiredLeft(ofCycle: index)
    }

    /// Notes that a late entry draws from them.
    mutating func takeExpired(_ index: Int, _ minutes: Minutes) {
        expired[index] = expiredLeft(index) - minutes
    }

    private mutating func drawn(_ monday: Int) -> Minutes {
        if let known = taken[monday] { return known }
        let week = Week(containing: CivilDate(daysSinceEpoch: monday))
        let drawn = account.drawnBefore(in: week)
        taken.set(monday, drawn)
        return drawn
    }
}

/// The days that one ISO week and one cycle have in common and on which the contract is active,
/// with the weekly limit that applies to them (R9).
///
/// A week that a boundary cuts has two shares, which count the same draw of the week: each compares
/// it with its own limit, also where the limits differ.
struct WeekShare: Hashable, Sendable {
    var week: Week
    /// The first of the days.
    var from: CivilDate
    /// The index of the cycle.
    var cycle: Int
    /// The most that the week may draw with work of these days.
    var limit: Minutes

    /// The hours that weeks can still draw together, each up to the greater limit of its shares.
    ///
    /// - Parameters:
    ///   - shares: in order of time; weeks with their limits.
    ///   - most: the sum at which to stop counting.
    ///   - drawn: the hours that a week has drawn.
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
    /// The weeks from a day to the day before another, both of one cycle; weeks in which the
    /// contract is suspended on all these days are left out.
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

    /// The hours that can still be drawn from a day on before they expire (R12): the smaller of
    /// those left and those that the weekly limits of the remaining weeks allow. All that is left
    /// while it is unknown when the hours expire, because the contract is suspended without an end
    /// before that.
    ///
    /// Used by `hours`, `plan`, `forecast` and the notices.
    package func usable(_ coverage: Coverage, from today: CivilDate) -> Minutes {
        guard poolExpiry != nil else { return max(.zero, coverage.left) }
        return WeekShare.through(
            poolShares(from: today).lazy.map { ($0.week, $0.limit) }, atMost: coverage.left
        ) { account.drawnBefore(in: $0) + coverage.drawn(in: $0) }
    }

    /// The day at whose beginning the open cycle's hours expire: its own end, or that of the group
    /// that it begins (R10, R11). Nil without an open cycle, and while a suspension without an end
    /// begins before that day.
    package var poolExpiry: CivilDate? {
        poolEnd.flatMap { end in (openSuspension?.from).map { $0 < end } ?? false ? nil : end }
    }

    /// The same, as if a suspension without an end had no days.
    var poolEnd: CivilDate? {
        guard let open = account.open else { return nil }
        guard let group = group(ofCycle: open.index), group.first == open.index else {
            return open.to
        }
        return min(end, boundary(ofCycle: group.second + 1))
    }
}

/// How much of the package one ISO week has drawn.
package struct WeekDraw: Hashable, Sendable, Codable {
    /// The week's Monday.
    package var monday: CivilDate
    /// The hours that its days have drawn, also in an earlier cycle when a boundary cuts the week.
    package var drawn: Minutes
}

/// The hours that ISO weeks have drawn from the package, by their Monday.
///
/// Made for one pass over thousands of entries in order of date: the week of the last entry is found
/// without a search.
struct WeekDraws: Hashable, Sendable {
    /// Days since 1970-01-01 of each week's Monday.
    private var mondays: [Int] = []
    private var minutes: [Minutes] = []
    private var last = 0

    /// The hours that a week has drawn.
    subscript(monday: Int) -> Minutes? {
        place(of: monday).map { minutes[$0] }
    }

    /// All weeks that have drawn hours.
    var all: [(monday: CivilDate, drawn: Minutes)] {
        zip(mondays, minutes).filter { $1 != .zero }
            .map { (CivilDate(daysSinceEpoch: $0), $1) }.sorted { $0.0 < $1.0 }
    }

    /// Sets the hours that a week has drawn.
    mutating func set(_ monday: Int, _ drawn: Minutes) {
        if let place = place(of: monday) {
            last = place
            minutes[place] = drawn
        } else {
            last = mondays.count
            mondays.append(monday)
            minutes.append(drawn)
        }
    }

    /// Adds to the hours that a week has drawn.
    mutating func add(_ monday: Int, _ drawn: Minutes) {
        set(monday, (self[monday] ?? .zero) + drawn)
    }

    private func place(of monday: Int) -> Int? {
        if last < mondays.count, mondays[last] == monday { return last }
        return mondays.firstIndex(of: monday)
    }
}

/// The weekly limit of a group that a termination dissolved, for work that was booked before: an
/// entry keeps the room with which it was booked (R9, R11).
package struct LapsedLimit: Hashable, Sendable, Codable {
    /// The index of the group's first cycle.
    package var cycle: Int
    /// The limit of one week.
    package var weeklyLimit: Minutes
    /// The last entry that was booked under it; 0 for none.
    package var lastEntry: Int
}

extension Contract {
    /// The weekly limit that applied when an entry was booked.
    package func weeklyLimit(of entry: TimeEntry) -> Minutes {
        weeklyLimit(ofCycle: entry.cycle ?? 0, for: entry.number)
    }

    func weeklyLimit(ofCycle index: Int, for entry: Identifier<TimeEntry>) -> Minutes {
        (lapsedLimits ?? []).reduce(weeklyLimit(ofCycle: index)) { limit, lapsed in
            lapsed.cycle == index && entry.number <= lapsed.lastEntry
                ? max(limit, lapsed.weeklyLimit) : limit
        }
    }

    /// Removes groups from the contract, and keeps their weekly limits for the entries up to
    /// `lastEntry`.
    mutating func dissolve(_ lost: [HourGroup], lastEntry: Int) {
        let kept = (groups ?? []).filter { !lost.contains($0) }
        groups = kept.isEmpty ? nil : kept
        let limits = lost.compactMap { group in
            group.weeklyLimit.map {
                LapsedLimit(cycle: group.first, weeklyLimit: $0, lastEntry: lastEntry)
            }
        }
        guard !limits.isEmpty else { return }
        lapsedLimits = (lapsedLimits ?? []) + limits
    }
}
