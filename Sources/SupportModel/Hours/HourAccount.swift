/// A contract's hours: the open cycle, its entries, and the closed cycles.
package struct HourAccount: Hashable, Sendable, Codable {
    /// The present cycle, or the first one before it begins; nil once the last has closed, and
    /// between two cycles while the contract is suspended.
    package var open: Cycle?
    /// Live entries of the open cycle, in order of work date, then of booking.
    package var entries: [TimeEntry]
    /// In order: the cycle of index n is the n-th.
    package var closed: [ClosedCycle]
    /// Live late entries for closed cycles, which the open cycle's statement will contain, in order
    /// of booking; nil for none.
    package var late: [TimeEntry]?
    /// Entries of closed cycles that were voided since the open one began; nil for none.
    package var credits: [Adjustment]?
    /// Changes of expired hours by later entries and voids; nil for none.
    package var settlements: [Settlement]?
    /// The notices of the open cycle that were recorded; nil for none.
    package var told: [HourNotice]?

    /// An account whose first cycle has been opened.
    package init(open: Cycle) {
        self.open = open
        entries = []
        closed = []
    }

    /// The closed cycle of an index.
    package func closed(_ index: Int) -> ClosedCycle? {
        closed.indices.contains(index) ? closed[index] : nil
    }

    /// The closed cycle that a day belongs to; the same day is never in two.
    package func closed(containing date: CivilDate) -> ClosedCycle? {
        closed.last { $0.cycle.contains(date) }
    }

    /// The hours that closed cycles drew in a week, later entries and voids included; they use the
    /// week's limit before the open cycle does (R9).
    package func drawnBefore(in week: Week) -> Minutes {
        var drawn = Minutes.zero
        for cycle in closed.reversed() {
            guard cycle.cycle.to > week.monday else { break }
            drawn += cycle.weeks.first { $0.monday == week.monday }?.drawn ?? .zero
        }
        for settlement in settlements ?? [] where settlement.monday == week.monday {
            drawn += settlement.minutes
        }
        return drawn
    }

    /// The hours that are left for late entries of those that expired with a closed cycle.
    package func expiredLeft(ofCycle index: Int) -> Minutes {
        guard let closed = closed(index) else { return .zero }
        return (settlements ?? []).reduce(closed.expired) {
            $1.cycle == index ? $0 - $1.minutes : $0
        }
    }

    /// Adds a live entry, of the open cycle or a late one.
    mutating func add(_ entry: TimeEntry) {
        if isLate(entry) {
            late = (late ?? []) + [entry]
        } else {
            entries.insert(entry, at: place(of: entry))
        }
    }

    /// Removes an entry that was voided.
    mutating func remove(_ number: Identifier<TimeEntry>) {
        if let place = entries.firstIndex(where: { $0.number == number }) {
            entries.remove(at: place)
        }
        let others = late?.filter { $0.number != number }
        late = others?.isEmpty ?? true ? nil : others
    }

    /// Whether an entry is for a cycle that has closed.
    package func isLate(_ entry: TimeEntry) -> Bool {
        entry.late != nil && entry.cycle != open?.index
    }

    /// Adds the credit of a void in a closed cycle.
    mutating func credit(_ credit: Adjustment) {
        credits = (credits ?? []) + [credit]
        settle(credit.settlement)
    }

    /// Stores the closed cycle and removes its entries; settlements of earlier cycles stay.
    mutating func close(_ cycle: ClosedCycle) {
        let late = cycle.statement?.adjustments.filter { !$0.isVoid } ?? []
        for adjustment in late { settle(adjustment.settlement) }
        closed.append(cycle)
        entries = []
        self.late = nil
        credits = nil
        told = nil
    }

    /// The index for an entry: after all with the same or an earlier work date.
    func place(of entry: TimeEntry) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            let before =
                entries[middle].date == entry.date
                ? entries[middle].number < entry.number : entries[middle].date < entry.date
            if before { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func settle(_ settlement: Settlement) {
        guard settlement.minutes != .zero else { return }
        var all = settlements ?? []
        let place = all.firstIndex {
            $0.cycle == settlement.cycle && $0.monday == settlement.monday
        }
        if let place {
            all[place].minutes += settlement.minutes
        } else {
            all.append(settlement)
        }
        settlements = all
    }
}

/// The hours that the entries of an open cycle may draw from: its own, and those of the cycle that
/// it is grouped with (R10, R11).
package struct HourPool: Hashable, Sendable {
    /// The cycle's own hours.
    package var granted: Minutes
    /// Hours that grouping adds: those of the other cycle, minus those that the other has drawn.
    package var grouped: Minutes
    /// True for the second cycle of a group: the first one's remaining hours are drawn before its
    /// own.
    package var groupedFirst: Bool

    /// The cycle's own hours that can be drawn.
    package var own: Minutes { max(.zero, min(granted, granted + grouped)) }
    /// The other cycle's hours that can be drawn.
    package var other: Minutes { max(.zero, grouped) }
}

extension Contract {
    /// The group that a cycle belongs to.
    package func group(ofCycle index: Int) -> HourGroup? {
        groups?.first { $0.contains(index) }
    }

    /// The index of the cycle that another one is grouped with.
    package func otherCycle(ofGroupWith index: Int) -> Int? {
        group(ofCycle: index).map { $0.first == index ? $0.second : $0.first }
    }

    /// The pool of the open cycle; an empty one once there is none.
    package var pool: HourPool {
        guard let open = account.open else {
            return HourPool(granted: .zero, grouped: .zero, groupedFirst: false)
        }
        guard let group = group(ofCycle: open.index) else {
            return HourPool(granted: open.granted, grouped: .zero, groupedFirst: false)
        }
        if group.first == open.index {
            return HourPool(
                granted: open.granted, grouped: terms(ofCycle: group.second).included,
                groupedFirst: false)
        }
        // Hours of the first cycle that were voided since it closed are in the pool again (R11).
        let settled = (account.settlements ?? []).reduce(Minutes.zero) {
            $1.cycle == group.first ? $0 + $1.minutes : $0
        }
        let first = account.closed(group.first)?.grouped ?? .zero
        return HourPool(
            granted: open.granted, grouped: .zero - first - settled, groupedFirst: true)
    }

    /// Whether late work of a closed cycle draws from the pool that the cycle shares with the open
    /// one: nothing of it has expired (R11).
    package func isPooled(cycle index: Int) -> Bool {
        guard let open = account.open else { return false }
        return index < open.index && group(ofCycle: index)?.second == open.index
    }

    /// The weekly limit of a cycle (R9, R11).
    package func weeklyLimit(ofCycle index: Int) -> Minutes {
        group(ofCycle: index)?.weeklyLimit ?? terms(whenInCycle: index).weeklyLimit
    }

    /// The terms of a cycle, closed ones included.
    package func terms(whenInCycle index: Int) -> ContractTerms {
        if let open = account.open, index >= open.index { return terms(ofCycle: index) }
        return account.closed(index)?.terms ?? terms
    }

    /// The closed cycle with which the hours of a closed cycle expired: itself, or the second of its
    /// group once that has closed too (R11).
    package func expiry(ofCycle index: Int) -> Int {
        guard let group = group(ofCycle: index), group.first == index,
            account.closed(group.second) != nil
        else { return index }
        return group.second
    }
}

/// Reads entries of the open cycle under its terms.
///
/// Adjacent entries often have the same day and service, so the result for the last one is reused.
struct CoveredWorkReader {
    private let terms: ContractTerms
    /// Whether Level 1 work may exceed the weekly limit (R9).
    private let emergencyPasses: Bool
    private var day: CivilDate?
    private var monday = 0
    private var service: Name<Service>?
    private var isIncluded = false

    init(_ terms: ContractTerms) {
        self.terms = terms
        emergencyPasses = terms.emergencyBeyondLimit == .package
    }

    /// Reads one entry of an array by its members, because a copy of it would retain all its texts.
    mutating func read(_ entries: [TimeEntry], at place: Int) -> CoveredWork {
        if entries[place].date != day {
            day = entries[place].date
            monday = Week.mondayDays(of: entries[place].date)
        }
        if entries[place].service != service {
            service = entries[place].service
            isIncluded = terms.services.contains(entries[place].service)
        }
        let isEmergency = entries[place].emergency
        return CoveredWork(
            entry: entries[place].number, monday: monday, billed: entries[place].billed,
            isIncluded: isIncluded,
            passesTheLimit: entries[place].agreement != nil || isEmergency && emergencyPasses)
    }
}
