/// Lets a contract rest from a day on: no hours are granted and none expire until it goes on.
package struct SuspendContract: ContractCommand, Codable {
    /// The contract.
    package var contract: ContractReference
    /// Why, in one line.
    package var reason: String
    /// The first day that is suspended, in the open cycle or the day after it; nil: today.
    package var from: CivilDate?
    /// The day on which it goes on; nil: when somebody says so, and for a contract that was
    /// terminated, never.
    package var until: CivilDate?

    /// What came of it.
    package struct Made: Sendable {
        package let hours: ChangedHours
        package let suspension: Suspension
    }

    package init(
        contract: ContractReference, from: CivilDate? = nil, until: CivilDate? = nil,
        reason: String
    ) {
        self.contract = contract
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// One `ContractSuspended`; refused where the days do not fit or work was booked after the first.
    ///
    /// R10: a rest from the first day of a cycle lets the cycle begin after it, whether it was
    /// ordered on that day or before.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        try found.expectNotEnded()
        let reason = try BoundedText.line(reason, .reason)
        let zone = try context.zone(found.zone)
        let today = zone.date(at: context.now)
        guard let open = found.account.open, found.rests.last?.to ?? open.from <= open.to,
            found.openSuspension == nil
        else {
            throw .contractState(
                found.number, .rest(.suspendedAlready(rest(found, today))))
        }
        let from = from ?? max(today, open.from)
        try checkRest(from, found, today)
        try check(from, open, found)
        try checkEnd(from, open, found)
        if let until, until <= from || until > from.advanced(byDays: Limits.suspensionDaysMax) {
            throw .dateOutside(
                until, .rest(until <= from ? .notAfter(from: from) : .tooLong(from: from)))
        }
        let suspension = Suspension(
            from: from, start: zone.startOfDay(from), to: until,
            end: until.map(zone.startOfDay), reason: reason)
        var changed = found
        changed.suspensions = (found.suspensions ?? []) + [suspension]
        try changed.expectGroups(of: found)
        let suspended = ContractSuspended(
            contract: found.number, suspension: suspension,
            open: changed.openCycle(open, in: zone))
        let (hours, events) = try state.changingHours(of: found, by: [Event(suspended)], context)
        return Decision(
            Made(hours: hours, suspension: changed.rests.last ?? suspension), events)
    }

    /// The last suspension that was ordered; nil where there is none.
    private func rest(_ found: Contract, _ today: CivilDate) -> OrderedRest? {
        found.rests.last.map { OrderedRest($0, on: today) }
    }

    /// A rest is not begun inside another one, nor before one that is ordered: that one is moved.
    private func checkRest(
        _ from: CivilDate, _ found: Contract, _ today: CivilDate
    ) throws(Refusal) {
        guard let last = found.rests.last, let to = last.to, from < to, to > today else { return }
        throw .contractState(
            found.number, .rest(.suspendedUntil(OrderedRest(last, on: today), to: to)))
    }

    private func check(
        _ from: CivilDate, _ open: Cycle, _ found: Contract
    ) throws(Refusal) {
        let earliest = found.rests.last?.to.map { max($0, open.from) } ?? open.from
        let latest = min(open.to, found.end.advanced(byDays: -1))
        guard earliest <= from, from <= latest else {
            throw .dateOutside(from, .rest(.notInOpenCycle(from: earliest, to: latest)))
        }
        if let last = open.upgrades?.last, last.on > from {
            throw .inUse(
                .firstDayOfRest(from), by: .upgrade(title: last.title, on: last.on))
        }
        if let last = found.account.entries.last?.date, last >= from {
            throw .inUse(.firstDayOfRest(from), by: .work(last: last))
        }
    }

    /// A termination wins: nothing reaches beyond the last day, and a cycle without a day that does
    /// not rest is none.
    private func checkEnd(_ from: CivilDate, _ open: Cycle, _ found: Contract) throws(Refusal) {
        guard let last = found.termination?.lastDay else { return }
        let end = last.advanced(byDays: 1)
        if let until, until > end {
            throw .dateOutside(until, .rest(.beyondTheEnd(found.number, lastDay: last)))
        }
        guard until ?? end == end, from == open.from || from == open.to else { return }
        throw .dateOutside(from, .rest(.untilTheEnd(found.number, lastDay: last)))
    }
}

extension Contract {
    /// The open cycle once the last rest was ordered: where its end is known, the cycle moves with it;
    /// nil where nothing of the cycle is known to move.
    fileprivate func openCycle(_ open: Cycle, in zone: any CivilZone) -> Cycle? {
        guard let rest = rests.last, let to = rest.to, rest.from < open.to else { return nil }
        var moved = open
        if rest.from == open.from {
            moved.from = to
            moved.start = zone.startOfDay(to)
        }
        return settingEnd(of: moved, in: zone)
    }

    /// Refuses a rest that would leave the second of two grouped cycles no day before the contract
    /// ends: what the first draws ahead would be owed by nobody (R11).
    func expectGroups(of before: Contract) throws(Refusal) {
        let lost = (before.groups ?? []).first {
            before.comes(cycle: $0.second) && !comes(cycle: $0.second)
        }
        guard let lost else { return }
        throw .grouping(
            .restsOver(
                number, first: lost.first, second: lost.second,
                lastDay: end.advanced(byDays: -1)))
    }
}

/// A contract rests from a day on: no hours are granted and none expire.
package struct ContractSuspended: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.suspended"
    /// The contract.
    var contract: Identifier<Contract>
    /// From when, and why.
    var suspension: Suspension
    /// The open cycle with its new days, where the day on which it goes on is known.
    var open: Cycle?

    /// Takes the next boundary away, or moves it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        changed.suspensions = (changed.suspensions ?? []) + [suspension]
        if let open { changed.account.open = open }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 suspended from 2026-11-16: the shop is rebuilt`.
    package var summary: String {
        let until = suspension.to.map { " until \($0)" } ?? ""
        return "contract \(contract) suspended from \(suspension.from)\(until): "
            + suspension.reason
    }
}
