/// How the live entries of the open cycle are covered by the package (R2, R8, R9, R11).
///
/// A pure function of the contract. Hours go to entries in order of work date, then of booking.
/// Room in a week is assigned in order of booking: an entry that was booked with room keeps it, so
/// a later emergency on an earlier day cannot turn its covered hours into extra ones. Late entries
/// draw from the hours that had expired with their own cycle, in order of booking; those of a
/// closed cycle that shares its pool with the open one draw from the pool, and before the entries
/// of the open cycle, because their days are earlier.
package struct Coverage: Hashable, Sendable {
    /// One for every entry of the open cycle, in the order of the entries.
    package private(set) var splits: [EntrySplit] = []
    /// One for every late entry, in order of booking; `package` is the part covered by expired
    /// hours, or by the hours that the closed cycle left to the pool; `grouped` is the part covered
    /// by the open cycle's own hours.
    package private(set) var late: [EntrySplit] = []
    /// The hours for the entries of the open cycle, those that late work has drawn subtracted.
    package private(set) var pool: HourPool
    /// The hours that the entries of the open cycle draw, grouped hours included.
    package private(set) var used: Minutes = .zero
    /// Their extra hours, billed separately (R8).
    package private(set) var extra: Minutes = .zero
    private var draws = WeekDraws()
    private var lateDraws = WeekDraws()
    /// The room of the weeks that is assigned so far, in order of booking.
    private var rooms: WeekRooms
    /// The cycle's own hours that no entry has drawn.
    private var freeOwn = Minutes.zero
    /// The other cycle's hours that no entry has drawn (R11).
    private var freeOther = Minutes.zero

    /// The hours that are left of the pool.
    package var left: Minutes { pool.granted + pool.grouped - used }

    /// The hours that the entries of the open cycle draw per week, without weeks that draw none.
    package var weeks: [WeekDraw] {
        draws.all.map { WeekDraw(monday: $0.monday, drawn: $0.drawn) }
    }

    /// The hours that a week draws by entries of the open cycle and by late ones.
    package func drawn(in week: Week) -> Minutes {
        let monday = week.monday.daysSinceEpoch
        return (draws[monday] ?? .zero) + (lateDraws[monday] ?? .zero)
    }

    /// Covers the entries of a contract's open cycle and its late ones, and one more if it is
    /// given.
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
        // Room for one more, as the next booking is added to these.
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

    /// Gives entries other numbers, in the same order.
    mutating func renumber(_ numbers: Renumbering<TimeEntry>) {
        for place in splits.indices { splits[place].entry = numbers(splits[place].entry) }
        for place in late.indices { late[place].entry = numbers(late[place].entry) }
    }

    /// The split of one entry.
    package func split(of number: Identifier<TimeEntry>) -> EntrySplit? {
        splits.last { $0.entry == number } ?? late.first { $0.entry == number }
    }

    /// The part of an entry's extra minutes that exceeds the hours available at its turn, and not
    /// only the limit of its week (R8 applies before R9); nil for an entry that is not of the open
    /// cycle.
    func beyondPackage(of number: Identifier<TimeEntry>) -> Minutes? {
        splits.firstIndex { $0.entry == number }.map { place in
            let earlier = splits[..<place].reduce(Minutes.zero) { $0 + $1.drawn }
            let billed = splits[place].drawn + splits[place].extra
            return max(.zero, billed - (pool.own + pool.other - earlier))
        }
    }

    /// Assigns the weeks' room in order of booking to the entries of the open cycle and to the late
    /// ones; the late ones are covered in the same pass.
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

    /// Assigns to an entry of the open cycle the hours that its service and its week allow (R2,
    /// R9).
    private mutating func takeRoom(for work: CoveredWork, _ limits: EntryLimits) -> Minutes {
        guard work.isIncluded else { return .zero }
        let room =
            work.passesTheLimit
            ? work.billed : rooms.room(work.monday, limit: limits.limit(of: work.entry))
        let allowance = min(work.billed, room)
        rooms.take(work.monday, allowance)
        return allowance
    }

    /// Assigns to an entry of the open cycle its part of the pool, after those of earlier days.
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
        /// The index of its split in `late`.
        var place: Int
        /// The hours that its service and its week allow.
        var allowance: Minutes
    }

    /// Assigns the pool to late work of its first cycle, in order of work date: first the hours
    /// that that cycle left, then the open cycle's own.
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

    /// The indexes of entries in order of their numbers; nil where they are in that order already.
    private static func orderOfBooking(_ works: [CoveredWork]) -> [Int]? {
        let isSorted = works.indices.dropFirst().allSatisfy {
            works[$0 - 1].entry < works[$0].entry
        }
        return isSorted ? nil : works.indices.sorted { works[$0].entry < works[$1].entry }
    }
}

extension TimeEntry {
    /// Whether the entry draws from the package regardless of its week's room (R9): by a manager's
    /// agreement, or as Level 1 work where the terms allow that.
    func passesTheLimit(_ terms: ContractTerms) -> Bool {
        agreement != nil || emergency && terms.emergencyBeyondLimit == .package
    }
}

/// The members of an entry of the open cycle that determine its coverage, kept small because
/// thousands of them are processed for each booking.
struct CoveredWork {
    var entry: Identifier<TimeEntry>
    /// Days from 1970-01-01 to the Monday of its week.
    var monday: Int
    /// The billed minutes.
    var billed: Minutes
    /// Whether the package includes its service (R2).
    var isIncluded: Bool
    /// Whether it draws regardless of its week's room (R9).
    var passesTheLimit: Bool
    /// The hours that its service and its week allow; 0 until its turn.
    var allowance = Minutes.zero
}

/// How one entry's minutes are covered. The three add up to the entry's billed minutes.
package struct EntrySplit: Hashable, Sendable {
    package var entry: Identifier<TimeEntry>
    /// Drawn from the cycle's own hours; for a late entry, from those that had expired.
    package var package: Minutes
    /// Drawn from the hours of the cycle that it is grouped with (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes

    /// Drawn from hours of the package, of any cycle.
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
