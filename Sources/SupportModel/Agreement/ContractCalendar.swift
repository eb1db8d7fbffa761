/// When a contract's cycles begin and end (R10), computed from its start, suspensions and
/// termination.
extension Contract {
    /// The day on which a cycle begins: `index` months after the original start, plus the suspended
    /// days (R10). In this order a suspension does not change the number of days of a cycle,
    /// however long the months are into which it is moved.
    package func boundary(ofCycle index: Int) -> CivilDate {
        let rest = rests.reduce(0) { $0 + $1.days }
        return start.advanced(byMonths: index).advanced(byDays: rest)
    }

    /// The day after the last day of the contract.
    package var end: CivilDate {
        let term = boundary(ofCycle: months)
        return terminatedEnd.map { min(term, $0) } ?? term
    }

    /// The effective suspensions, oldest first; only the last may be without an end.
    ///
    /// A termination takes precedence: a suspension that was ordered beyond the last day, or
    /// without an end, ends with that day, whichever was ordered first. It is cut here and not in
    /// `suspensions`, so that it again has its ordered length when the last day is moved.
    package var rests: [Suspension] {
        guard let end = terminatedEnd else { return suspensions ?? [] }
        return (suspensions ?? []).compactMap { $0.cut(before: end) }
    }

    /// The day after the last day, where the contract was terminated.
    private var terminatedEnd: CivilDate? { termination?.lastDay.advanced(byDays: 1) }

    /// Whether a cycle begins before the contract ends.
    package func comes(cycle index: Int) -> Bool { boundary(ofCycle: index) < end }

    /// The suspension that has no end yet.
    package var openSuspension: Suspension? {
        termination == nil ? suspensions?.last.flatMap { $0.to == nil ? $0 : nil } : nil
    }

    /// True while the open cycle is suspended without an end: its end is known when the contract is
    /// resumed.
    package var isHeld: Bool {
        guard let open = account.open, let suspension = openSuspension else { return false }
        return suspension.from < open.to
    }

    /// When the open cycle ends; nil while that is unknown, and when no cycle is open.
    package var boundary: Boundary? {
        guard let open = account.open, !isHeld else { return nil }
        return Boundary(at: open.end, owner: .contract(number))
    }

    /// The standing of the contract at an instant. A contract whose termination day has passed is
    /// ended, even before its last cycle is closed.
    package func standing(at now: Instant) -> ContractStanding {
        guard let open = account.open else { return openSuspension == nil ? .ended : .suspended }
        if termination != nil, open.end <= now, open.to == end { return .ended }
        if rests.contains(where: { $0.contains(now) }) { return .suspended }
        return now < open.start && open.index == 0 ? .pending : .active
    }

    /// The number of days in `[from, to)` on which the contract is active: suspensions whose end is
    /// known are subtracted.
    package func activeDays(from: CivilDate, to: CivilDate) -> Int {
        rests.reduce(to.daysSinceEpoch - from.daysSinceEpoch) { days, rest in
            let end = rest.to ?? rest.from
            let overlap = min(end, to).daysSinceEpoch - max(rest.from, from).daysSinceEpoch
            return days - max(0, overlap)
        }
    }

    /// Whether the contract is suspended on every day of `[from, to)`, as far as is known.
    package func rests(from: CivilDate, to: CivilDate) -> Bool {
        if let rest = openSuspension, rest.from <= from { return true }
        return from < to && activeDays(from: from, to: to) == 0
    }

    /// The terms of a cycle that has not closed.
    package func terms(ofCycle index: Int) -> ContractTerms {
        planned?.last { $0.cycle <= index }?.terms ?? terms
    }

    /// A cycle that begins on a day; its end is computed from the start, never from another cycle
    /// (R10), and cut by a termination.
    package func cycle(_ index: Int, from: CivilDate, in zone: any CivilZone) -> Cycle {
        var cycle = Cycle(
            index: index, anchor: start, zone: zone, granted: terms(ofCycle: index).included)
        cycle.from = from
        cycle.to = boundary(ofCycle: index + 1)
        cycle.end = zone.startOfDay(cycle.to)
        cycle.start = zone.startOfDay(from)
        return cut(cycle, in: zone)
    }

    /// The open cycle with its end recomputed, such as after a suspension.
    package func settingEnd(of open: Cycle, in zone: any CivilZone) -> Cycle {
        // A suspension that begins with the next cycle moves the next cycle, not this end.
        if rests.last?.from == open.to { return cut(open, in: zone) }
        var changed = open
        changed.to = boundary(ofCycle: open.index + 1)
        changed.end = zone.startOfDay(changed.to)
        return cut(changed, in: zone)
    }

    /// The cycle that follows the open one; nil after the last, and while the contract is suspended
    /// from then on. It begins exactly at the stored end of the other, even where the zone's data
    /// has changed since.
    func cycle(after last: Cycle, in zone: any CivilZone) -> Cycle? {
        guard last.to < end else { return nil }
        if let rest = rests.last, rest.from == last.to {
            guard let to = rest.to, to < end else { return nil }
            return cycle(last.index + 1, from: to, in: zone)
        }
        var next = cycle(last.index + 1, from: last.to, in: zone)
        next.start = last.end
        return next
    }

    /// A cycle without days that carries late entries and voids of a contract that ends while it is
    /// suspended between two cycles; nil where there are none.
    func settlement(in zone: any CivilZone) -> Cycle? {
        guard let last = account.closed.last?.cycle,
            account.late != nil || account.credits != nil
        else { return nil }
        var cycle = Cycle(index: last.index + 1, anchor: last.to, zone: zone, granted: .zero)
        cycle.from = last.to
        cycle.to = last.to
        cycle.start = last.end
        cycle.end = last.end
        cycle.settlesOnly = true
        return cycle
    }

    /// Opens a cycle, with the terms that were planned for it.
    mutating func open(_ cycle: Cycle?) {
        account.open = cycle
        guard let cycle, let planned else { return }
        terms = terms(ofCycle: cycle.index)
        let later = planned.filter { $0.cycle > cycle.index }
        self.planned = later.isEmpty ? nil : later
    }

    private func cut(_ cycle: Cycle, in zone: any CivilZone) -> Cycle {
        guard end < cycle.to else { return cycle }
        var shorter = cycle
        shorter.to = end
        shorter.end = zone.startOfDay(end)
        return shorter
    }
}

/// All boundaries to come, soonest first: cycles and months close in this order, however late (R10).
package struct Boundaries: Hashable, Sendable {
    private var sorted: [Boundary] = []

    /// No boundaries, as on a desk without contracts.
    package init() {}

    /// The next one.
    package var first: Boundary? { sorted.first }

    /// The next one that is due, those of the excluded contracts and clients skipped.
    package func due(at now: Instant, except: Set<Boundary.Owner> = []) -> Boundary? {
        sorted.first { $0.at > now || !except.contains($0.owner) }
            .flatMap { $0.at <= now ? $0 : nil }
    }

    /// Adds a boundary.
    mutating func insert(_ boundary: Boundary) {
        sorted.insert(boundary, at: place(of: boundary))
    }

    /// Removes a boundary; one that is not there changes nothing.
    mutating func remove(_ boundary: Boundary) {
        let place = place(of: boundary)
        if place < sorted.count, sorted[place] == boundary { sorted.remove(at: place) }
    }

    private func place(of boundary: Boundary) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < boundary { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The end of a contract's open cycle, or of a client's open month of work on demand.
package struct Boundary: Hashable, Sendable, Comparable {
    /// What ends: contracts before clients, by number and by name.
    package enum Owner: Hashable, Sendable, Comparable {
        /// The open cycle of a contract.
        case contract(Identifier<Contract>)
        /// The open month of a client (R4).
        case client(Name<Client>)
    }

    /// When it ends: the first instant that no longer belongs to it.
    package var at: Instant
    /// What ends then.
    package var owner: Owner

    package static func < (left: Boundary, right: Boundary) -> Bool {
        left.at == right.at ? left.owner < right.owner : left.at < right.at
    }
}
