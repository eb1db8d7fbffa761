/// How the live entries of the open cycle are covered: the heart of the agreement (R2, R8, R9, R11).
///
/// A pure function of the contract. Hours go to entries in order of work date, then of booking. Room
/// in a week is given in order of booking, because a booking is what asked for it: an entry that
/// found room keeps it, so a later emergency on an earlier day can never turn its covered hours into
/// extra ones. Late entries draw from what had expired with their own cycle, in order of booking;
/// those of a closed cycle that shares its pool with the open one draw from the pool, and before the
/// entries of the open cycle, because their days are earlier.
package struct Coverage: Hashable, Sendable {
    /// One for every entry of the open cycle, in the order of the entries.
    package private(set) var splits: [EntrySplit] = []
    /// One for every late entry, in order of booking; `package` is what expired hours cover, or what
    /// the closed cycle left to the pool, `grouped` what is the open cycle's own.
    package private(set) var late: [EntrySplit] = []
    /// What there is for the entries of the open cycle: late work has taken its part.
    package private(set) var pool: HourPool
    /// What the entries of the open cycle draw, grouped hours included.
    package private(set) var used: Minutes = .zero
    /// What they take beyond it, billed separately (R8).
    package private(set) var extra: Minutes = .zero
    private var draws = WeekDraws()
    private var lateDraws = WeekDraws()
    /// What the weeks have given out so far, in order of booking.
    private var rooms: WeekRooms
    /// What of the cycle's own hours no entry has drawn.
    private var freeOwn = Minutes.zero
    /// The same of the other cycle's (R11).
    private var freeOther = Minutes.zero

    /// What is left of the pool.
    package var left: Minutes { pool.granted + pool.grouped - used }

    /// What the entries of the open cycle draw per week, those weeks that draw something.
    package var weeks: [WeekDraw] {
        draws.all.map { WeekDraw(monday: $0.monday, drawn: $0.drawn) }
    }

    /// What a week draws by entries of the open cycle and by late ones.
    package func drawn(in week: Week) -> Minutes {
        let monday = week.monday.daysSinceEpoch
        return (draws[monday] ?? .zero) + (lateDraws[monday] ?? .zero)
    }

    /// Covers the entries of a contract's open cycle and its late ones, with another one added if
    /// one is given.
    package init(of contract: Contract, adding candidate: TimeEntry? = nil) {
        pool = contract.pool
        var (entries, late) = (contract.account.entries, contract.account.late ?? [])
        if let candidate {
            if contract.account.isLate(candidate) {
                late.append(candidate)
            } else {
                entries.insert(candidate, at: contract.account.place(of: candidate))
            }
        }
        rooms = WeekRooms(contract)
        let allowances = giveRoom(entries, late, contract)
        (freeOwn, freeOther) = (pool.own, pool.other)
        splits.reserveCapacity(entries.count)
        for place in entries.indices { cover(entries[place], allowances[place]) }
    }

    /// Covers one more entry, booked after all others of the same contract.
    ///
    /// Where its day is not before theirs it takes nothing from anybody, and only it is looked at.
    package mutating func add(_ entry: TimeEntry, to contract: Contract) {
        guard !contract.account.isLate(entry),
            contract.account.place(of: entry) == contract.account.entries.count
        else {
            self = Coverage(of: contract, adding: entry)
            return
        }
        cover(entry, takeRoom(for: entry, EntryLimits(contract)))
    }

    /// The split of one entry.
    package func split(of number: Identifier<TimeEntry>) -> EntrySplit? {
        splits.last { $0.entry == number } ?? late.first { $0.entry == number }
    }

    /// What of an entry's extra minutes is beyond all hours that there were at its turn, and not only
    /// beyond what its week let through (R8 is asked before R9); nil for one that is not of the open
    /// cycle.
    func beyondPackage(of number: Identifier<TimeEntry>) -> Minutes? {
        splits.firstIndex { $0.entry == number }.map { place in
            let earlier = splits[..<place].reduce(Minutes.zero) { $0 + $1.drawn }
            let billed = splits[place].drawn + splits[place].extra
            return max(.zero, billed - (pool.own + pool.other - earlier))
        }
    }

    /// Gives out the weeks' room in order of booking; answers what each entry of the open cycle may
    /// draw as far as its service and its week go, and covers the late ones.
    private mutating func giveRoom(
        _ entries: [TimeEntry], _ late: [TimeEntry], _ contract: Contract
    ) -> [Minutes] {
        let limits = EntryLimits(contract)
        var allowances = [Minutes](repeating: .zero, count: entries.count)
        var nextLate = 0
        var pooled: [PooledWork] = []
        for place in Self.orderOfBooking(entries) {
            while nextLate < late.count, late[nextLate].number < entries[place].number {
                coverLate(late[nextLate], contract, &pooled)
                nextLate += 1
            }
            allowances[place] = takeRoom(for: entries[place], limits)
        }
        for entry in late[nextLate...] { coverLate(entry, contract, &pooled) }
        cover(pooled)
        return allowances
    }

    /// What an entry of the open cycle may draw as far as its service and its week go (R2, R9).
    private mutating func takeRoom(for entry: TimeEntry, _ limits: EntryLimits) -> Minutes {
        guard limits.terms.services.contains(entry.service) else { return .zero }
        let monday = Week.mondayDays(of: entry.date)
        let allowance =
            entry.passesTheLimit(limits.terms)
            ? entry.billed : min(entry.billed, rooms.room(monday, limit: limits.limit(of: entry)))
        rooms.take(monday, allowance)
        return allowance
    }

    /// Gives an entry of the open cycle its part of the pool, after those of earlier days.
    private mutating func cover(_ entry: TimeEntry, _ allowance: Minutes) {
        let firstOther = pool.groupedFirst ? min(allowance, freeOther) : .zero
        let package = min(allowance - firstOther, freeOwn)
        let grouped = min(allowance - package, freeOther)
        freeOwn -= package
        freeOther -= grouped
        let drawn = package + grouped
        let beyond = entry.billed - drawn
        splits.append(
            EntrySplit(entry: entry.number, package: package, grouped: grouped, extra: beyond))
        used += drawn
        extra += beyond
        if drawn > .zero { draws.add(Week.mondayDays(of: entry.date), drawn) }
    }

    /// Late work of a closed cycle whose pool is still open.
    private struct PooledWork {
        var entry: TimeEntry
        /// Where its split stands in `late`.
        var place: Int
        /// What its service and its week let it draw.
        var allowance: Minutes
    }

    /// Hands out the pool to late work of its first cycle, in order of work date: what that cycle
    /// left, then what is the open cycle's own.
    private mutating func cover(_ works: [PooledWork]) {
        let inOrder = works.sorted {
            ($0.entry.date, $0.entry.number) < ($1.entry.date, $1.entry.number)
        }
        for work in inOrder {
            let package = min(work.allowance, pool.other)
            let grouped = min(work.allowance - package, pool.own)
            let drawn = package + grouped
            pool.grouped -= drawn
            if drawn > .zero { lateDraws.add(Week.mondayDays(of: work.entry.date), drawn) }
            late[work.place].package = package
            late[work.place].grouped = grouped
            late[work.place].extra = work.entry.billed - drawn
        }
    }

    private mutating func coverLate(
        _ entry: TimeEntry, _ contract: Contract, _ pooled: inout [PooledWork]
    ) {
        let index = entry.cycle ?? 0
        let terms = contract.terms(whenInCycle: index)
        let monday = Week.mondayDays(of: entry.date)
        var allowance = Minutes.zero
        if terms.services.contains(entry.service) {
            let room = rooms.room(monday, limit: contract.weeklyLimit(ofCycle: index))
            allowance = entry.passesTheLimit(terms) ? entry.billed : min(entry.billed, room)
        }
        if contract.isPooled(cycle: index) {
            pooled.append(PooledWork(entry: entry, place: late.count, allowance: allowance))
            rooms.take(monday, allowance)
            late.append(
                EntrySplit(entry: entry.number, package: .zero, grouped: .zero, extra: .zero))
            return
        }
        let expiry = contract.expiry(ofCycle: index)
        let drawn = min(allowance, max(.zero, rooms.expiredLeft(expiry)))
        rooms.take(monday, drawn)
        rooms.takeExpired(expiry, drawn)
        if drawn > .zero { lateDraws.add(monday, drawn) }
        late.append(
            EntrySplit(
                entry: entry.number, package: drawn, grouped: .zero, extra: entry.billed - drawn))
    }

    /// The places of entries in order of their numbers.
    private static func orderOfBooking(_ entries: [TimeEntry]) -> [Int] {
        var keys: [(number: Int, place: Int)] = []
        keys.reserveCapacity(entries.count)
        var isSorted = true
        for place in entries.indices {
            let number = entries[place].number.number
            if let last = keys.last, last.number > number { isSorted = false }
            keys.append((number, place))
        }
        if !isSorted { keys.sort { $0.number < $1.number } }
        return keys.map(\.place)
    }
}

/// What the entries of the open cycle are held against, worked out once for all of them.
private struct EntryLimits {
    let terms: ContractTerms
    private let contract: Contract
    /// The one limit; nil where earlier entries have one that lapsed since.
    private let only: Minutes?

    init(_ contract: Contract) {
        self.contract = contract
        terms = contract.terms
        let limit = contract.account.open.map { contract.weeklyLimit(ofCycle: $0.index) } ?? .zero
        only = contract.lapsedLimits == nil ? limit : nil
    }

    /// The most that the week of an entry may draw by it and the earlier ones (R9).
    func limit(of entry: TimeEntry) -> Minutes { only ?? contract.weeklyLimit(of: entry) }
}

extension TimeEntry {
    /// Whether the entry draws from the package however little room its week has (R9): by a
    /// manager's agreement, or as Level 1 work where the terms let that pass.
    func passesTheLimit(_ terms: ContractTerms) -> Bool {
        agreement != nil || emergency && terms.emergencyBeyondLimit == .package
    }
}
