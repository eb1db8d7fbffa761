/// Suspends a contract from a day on: no hours are granted and none expire until it resumes.
package struct SuspendContract: ContractCommand, Codable {
    package var contract: ContractReference
    /// The reason in one line.
    package var reason: String
    /// The first day that is suspended, in the open cycle or the day after it; nil: today.
    package var from: CivilDate?
    /// The day on which it resumes; nil: when it is resumed by command, which a terminated contract
    /// never is.
    package var until: CivilDate?

    /// The result of the command.
    package struct Made: Sendable {
        package let hours: ChangedHours
        package let suspension: Suspension
    }

    package init(
        contract: ContractReference, from: CivilDate? = nil, until: CivilDate? = nil,
        reason: String
    ) {
        (self.contract, self.from, self.until, self.reason) = (contract, from, until, reason)
    }

    /// One `ContractSuspended`, or nothing where it is suspended so already; refused where the days are
    /// not allowed or work was booked after the first.
    ///
    /// R10: a suspension from the first day of a cycle delays the cycle until after it, whether it
    /// was ordered on that day or before.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contractToChange(contract, at: context.now)
        let reason = try BoundedText.line(reason, .reason)
        let zone = try context.zone(found.zone)
        let today = zone.date(at: context.now)
        if let same = present(found, on: today) {
            let hours = try state.unchangedHours(of: found, context)
            return Decision(Made(hours: hours, suspension: same), [])
        }
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

    /// The suspension of the contract where it is the one that is asked for; nil for none.
    private func present(_ found: Contract, on today: CivilDate) -> Suspension? {
        guard let last = found.suspensions?.last, last.to == until, let rest = found.rests.last,
            from.map({ $0 == last.from }) ?? last.contains(today)
        else { return nil }
        // One that is over, or that the last day cuts, is not what is asked for.
        return until.map { $0 > today && rest.to == $0 } ?? true ? rest : nil
    }

    /// The last suspension that was ordered; nil where there is none.
    private func rest(_ found: Contract, _ today: CivilDate) -> OrderedRest? {
        found.rests.last.map { OrderedRest($0, on: today) }
    }

    /// Refuses a suspension inside another one or before one that is ordered; the ordered one has
    /// to be moved.
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

    /// A termination takes precedence: refuses a suspension beyond the last day, and one that
    /// leaves the cycle no active day.
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
    /// The open cycle after the last suspension was ordered: a known end of the suspension moves
    /// the cycle; nil where the cycle does not move or its move is unknown.
    fileprivate func openCycle(_ open: Cycle, in zone: any CivilZone) -> Cycle? {
        guard let rest = rests.last, let to = rest.to, rest.from < open.to else { return nil }
        var moved = open
        if rest.from == open.from {
            moved.from = to
            moved.start = zone.startOfDay(to)
        }
        return settingEnd(of: moved, in: zone)
    }

    /// Refuses a suspension that would leave the second of two grouped cycles no day before the
    /// contract ends: hours that the first draws in advance would have no cycle to come from (R11).
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

/// A contract was suspended from a day on: no hours are granted and none expire.
package struct ContractSuspended: DeskEvent {
    package static let type = "contract.suspended"
    var contract: Identifier<Contract>
    /// The suspension with its first day and its reason.
    var suspension: Suspension
    /// The open cycle with its new days, where the day on which it resumes is known.
    var open: Cycle?

    /// Removes the next boundary, or moves it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) {
            $0.suspensions = ($0.suspensions ?? []) + [suspension]
            if let open { $0.account.open = open }
        }
    }

    /// `contract 3 suspended from 2026-11-16: the shop is rebuilt`.
    package var summary: String {
        let until = suspension.to.map { " until \($0.advanced(byDays: -1))" } ?? ""
        return "contract \(contract) suspended from \(suspension.from)\(until): "
            + suspension.reason
    }
}
