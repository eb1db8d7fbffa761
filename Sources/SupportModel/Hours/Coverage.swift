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
        rooms = WeekRooms(contract)
        let account = contract.account
        var late = account.late ?? []
        var reader = CoveredWorkReader(contract.terms)
        var works: [CoveredWork] = []
        works.reserveCapacity(account.entries.count + 1)
        for place in account.entries.indices {
            works.append(reader.read(account.entries, at: place))
        }
        if let candidate, account.isLate(candidate) {
            late.append(candidate)
        } else if let candidate {
            works.insert(reader.read([candidate], at: 0), at: account.place(of: candidate))
        }
        giveRoom(&works, late, contract)
        (freeOwn, freeOther) = (pool.own, pool.other)
        // One more than there are: the next booking is added to these.
        splits.reserveCapacity(works.count + 1)
        for place in works.indices { cover(works[place]) }
    }

    /// Covers one more entry, booked after all others of the same contract.
    ///
    /// If its day is not before theirs, it takes nothing from other entries, and only it is
    /// recomputed.
    package mutating func add(_ entry: TimeEntry, to contract: Contract) {
        guard !contract.account.isLate(entry),
            contract.account.place(of: entry) == contract.account.entries.count
        else {
            self = Coverage(of: contract, adding: entry)
            return
        }
        var reader = CoveredWorkReader(contract.terms)
        var work = reader.read([entry], at: 0)
        work.allowance = takeRoom(for: work, EntryLimits(contract))
        cover(work)
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

    /// Gives out the weeks' room in order of booking: to the entries of the open cycle, and to the
    /// late ones, which are covered on the way.
    private mutating func giveRoom(
        _ works: inout [CoveredWork], _ late: [TimeEntry], _ contract: Contract
    ) {
        let limits = EntryLimits(contract)
        var nextLate = 0
        var pooled: [PooledWork] = []
        let order = Self.orderOfBooking(works)
        for turn in works.indices {
            let place = order?[turn] ?? turn
            while nextLate < late.count, late[nextLate].number < works[place].entry {
                coverLate(late[nextLate], contract, &pooled)
                nextLate += 1
            }
            works[place].allowance = takeRoom(for: works[place], limits)
        }
        for entry in late[nextLate...] { coverLate(entry, contract, &pooled) }
        cover(pooled)
    }

    /// What an entry of the open cycle may draw as far as its service and its week go (R2, R9).
    private mutating func takeRoom(for work: CoveredWork, _ limits: EntryLimits) -> Minutes {
        guard work.isIncluded else { return .zero }
        let room =
            work.passesTheLimit
            ? work.billed : rooms.room(work.monday, limit: limits.limit(of: work.entry))
        let allowance = min(work.billed, room)
        rooms.take(work.monday, allowance)
        return allowance
    }

    /// Gives an entry of the open cycle its part of the pool, after those of earlier days.
    private mutating func cover(_ work: CoveredWork) {
        let firstOther = pool.groupedFirst ? min(work.allowance, freeOther) : .zero
        let package = min(work.allowance - firstOther, freeOwn)
        let grouped = min(work.allowance - package, freeOther)
        freeOwn -= package
        freeOther -= grouped
        let drawn = package + grouped
        let beyond = work.billed - drawn
        splits.append(
            EntrySplit(entry: work.entry, package: package, grouped: grouped, extra: beyond))
        used += drawn
        extra += beyond
        if drawn > .zero { draws.add(work.monday, drawn) }
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

    /// The places of entries in order of their numbers; nil where that is their order already.
    private static func orderOfBooking(_ works: [CoveredWork]) -> [Int]? {
        let isSorted = works.indices.dropFirst().allSatisfy {
            works[$0 - 1].entry < works[$0].entry
        }
        return isSorted ? nil : works.indices.sorted { works[$0].entry < works[$1].entry }
    }
}

extension TimeEntry {
    /// Whether the entry draws from the package however little room its week has (R9): by a
    /// manager's agreement, or as Level 1 work where the terms let that pass.
    func passesTheLimit(_ terms: ContractTerms) -> Bool {
        agreement != nil || emergency && terms.emergencyBeyondLimit == .package
    }
}

/// What of an entry of the open cycle decides how it is covered: small enough to go through thousands
/// of them again and again.
struct CoveredWork {
    /// Whose work it is.
    var entry: Identifier<TimeEntry>
    /// Days from 1970-01-01 to the Monday of its week.
    var monday: Int
    /// What counts.
    var billed: Minutes
    /// Whether its service is one of the package (R2).
    var isIncluded: Bool
    /// Whether it draws however little room its week has (R9).
    var passesTheLimit: Bool
    /// What its service and its week let it draw; 0 until its turn.
    var allowance = Minutes.zero
}

/// How one entry's minutes are covered. The three add up to the entry's billed minutes.
package struct EntrySplit: Hashable, Sendable {
    /// The entry that is covered.
    package var entry: Identifier<TimeEntry>
    /// Drawn from the cycle's own hours; for a late entry, from those that had expired.
    package var package: Minutes
    /// Drawn from the hours of the cycle that it is grouped with (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes

    /// Drawn from hours of the package, of whichever cycle.
    package var drawn: Minutes { package + grouped }
}

/// As an object; `grouped` is left out where there is none, as most records have none.
extension EntrySplit: Codable {
    private enum CodingKeys: CodingKey { case entry, package, grouped, extra }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        entry = try container.decode(Identifier<TimeEntry>.self, forKey: .entry)
        package = try container.decode(Minutes.self, forKey: .package)
        grouped = try container.decodeIfPresent(Minutes.self, forKey: .grouped) ?? .zero
        extra = try container.decode(Minutes.self, forKey: .extra)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(package, forKey: .package)
        if grouped != .zero { try container.encode(grouped, forKey: .grouped) }
        try container.encode(extra, forKey: .extra)
    }
}
