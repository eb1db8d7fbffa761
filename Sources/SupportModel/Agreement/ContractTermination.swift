/// Ends a contract before its term is over: the last cycle closes after its last day.
package struct TerminateContract: ContractCommand, Codable {
    package var contract: ContractReference
    /// The reason in one line.
    package var reason: String
    /// The last day of the contract; nil: today, or the day before the suspension of a suspended
    /// contract, or the day before the start of one that has not begun.
    package var lastDay: CivilDate?

    /// The result of the command.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The groups whose second cycle will not exist; nil for none (R11).
        package let dissolved: [HourGroup]?
    }

    package init(contract: ContractReference, lastDay: CivilDate? = nil, reason: String) {
        (self.contract, self.lastDay, self.reason) = (contract, lastDay, reason)
    }

    /// One `ContractTerminated`; refused where the day is not allowed or work was booked after it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contractToChange(contract, at: context.now)
        let reason = try BoundedText.line(reason, .reason)
        let zone = try context.zone(found.zone)
        let day = lastDay ?? defaultDay(found, zone.date(at: context.now))
        try expectNews(day, found)
        try check(day, found)
        try checkRest(day, found)
        var event = ContractTerminated(
            contract: found.number, lastDay: day, reason: reason, open: found.account.open)
        var changed = found
        let stamp = state.nextStamp(context)
        event.terminate(&changed, stamp)
        // Computed with the suspensions cut by the new end.
        event.dissolved = changed.groupsWithoutSecond
        guard let open = found.account.open, day >= open.from else {
            // The open cycle has not begun: the contract ends with the one before.
            try expectNoSharedPool(found)
            event.open = found.settlement(in: zone)
            return try decision(event, found, state, context, notifies: false)
        }
        event.open = changed.settingEnd(of: open, in: zone)
        return try decision(event, found, state, context)
    }

    private func decision(
        _ event: ContractTerminated, _ found: Contract, _ state: State, _ context: Context,
        notifies: Bool = true
    ) throws(Refusal) -> Decision<Made> {
        let (hours, events) = try state.changingHours(
            of: found, by: [Event(event)], notifies: notifies, context)
        return Decision(Made(hours: hours, dissolved: event.dissolved), events)
    }

    /// Refuses to end a contract that is suspended after the first cycle of a group: hours drawn in
    /// advance would have no cycle to come from, and hours left would be lost (R11).
    private func expectNoSharedPool(_ found: Contract) throws(Refusal) {
        let next = found.account.closed.count
        guard let group = found.group(ofCycle: next), group.second == next else { return }
        throw .grouping(.endsBetween(found.number, second: next))
    }

    /// Refuses a second termination that does not give another last day.
    private func expectNews(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        guard let old = found.termination, lastDay == nil || day == old.lastDay else { return }
        throw .contractState(found.number, .term(.terminatedAlready(old)))
    }

    /// Refuses to end a contract inside a suspension that begins with a cycle: its last day can
    /// only be the day before, as a cycle needs an active day.
    private func checkRest(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        guard let first = found.restBetweenCycles(on: day)?.from else { return }
        throw .dateOutside(day, .end(.betweenCycles(found.number, from: first)))
    }

    /// Today; the day before the suspension of a suspended contract; the day before the start of
    /// one that has not begun.
    private func defaultDay(_ found: Contract, _ today: CivilDate) -> CivilDate {
        if let rest = found.joinedRest(on: today) { return rest.from.advanced(byDays: -1) }
        return today < found.start ? found.start.advanced(byDays: -1) : today
    }

    private func check(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        let begun = found.account.closed.count > 0
        let last = found.account.closed.last?.cycle.to
        let first = last ?? found.start
        // A contract whose first cycle has not begun can be cancelled; so can one that is suspended
        // between two cycles, also where the next cycle waits for the end of the suspension.
        let isResting =
            found.rests.last.map { found.liesBetweenCycles($0) && $0.from <= first } ?? false
        let isBetween = last.map { $0 != found.account.open?.from } ?? true || isResting
        let earliest = begun && !isBetween ? first : first.advanced(byDays: -1)
        var term = found
        term.termination = nil
        let latest = term.end.advanced(byDays: -1)
        guard day >= earliest else {
            throw .dateOutside(
                day,
                .end(
                    begun
                        ? .inClosedCycle(earliest: earliest)
                        : .beforeTheStart(earliest: earliest)))
        }
        guard day < latest else {
            throw .dateOutside(
                day, .end(.notBeforeTheTermEnds(found.number, lastDay: latest)))
        }
        if let last = found.account.entries.last?.date, last > day {
            throw .inUse(.lastDay(day), by: .work(last: last))
        }
    }
}

extension Contract {
    /// The groups whose second cycle would never begin; nil for none.
    fileprivate var groupsWithoutSecond: [HourGroup]? {
        let lost = (groups ?? []).filter {
            account.closed($0.second) == nil && !comes(cycle: $0.second)
        }
        return lost.isEmpty ? nil : lost
    }

    /// The suspension that contains a day, if a cycle would have begun on its first day.
    fileprivate func restBetweenCycles(on day: CivilDate) -> Suspension? {
        joinedRest(on: day).flatMap { liesBetweenCycles($0) ? $0 : nil }
    }

    /// The suspension that contains a day, joined with adjacent ones.
    fileprivate func joinedRest(on day: CivilDate) -> Suspension? {
        let joined = rests.reduce(into: [Suspension]()) { joined, rest in
            guard let last = joined.last, last.to == rest.from else { return joined.append(rest) }
            joined[joined.count - 1].to = rest.to
            joined[joined.count - 1].end = rest.end
        }
        return joined.last { $0.contains(day) }
    }

    /// Whether a cycle would have begun on the first day of a suspension: the open one, which is
    /// delayed, or the one after it.
    fileprivate func liesBetweenCycles(_ rest: Suspension) -> Bool {
        guard let open = account.open else { return true }
        return rest.from == open.from || rest.from == open.to || rest.to == open.from
    }
}

/// A contract was terminated before the end of its term.
package struct ContractTerminated: DeskEvent {
    package static let type = "contract.terminated"
    var contract: Identifier<Contract>
    /// The last day of the contract.
    var lastDay: CivilDate
    /// The reason in one line.
    var reason: String
    /// The open cycle with its new end; nil where there is none, or where it had not begun.
    var open: Cycle?
    /// The groups whose second cycle will not exist; nil for none.
    package var dissolved: [HourGroup]?

    /// Ends the contract after that day: the last cycle closes then, and a later suspension is
    /// dropped. A group whose second cycle will not exist is dissolved with its agreed weekly
    /// limit; work that was booked under that limit keeps its room (R11).
    package func apply(to state: inout State, _ stamp: Stamp) {
        let lastEntry = state.lastEntry
        state.change(contract, stamp) {
            terminate(&$0, stamp)
            if let dissolved { $0.dissolve(dissolved, lastEntry: lastEntry) }
        }
    }

    /// Applies the event to a contract.
    func terminate(_ contract: inout Contract, _ stamp: Stamp) {
        contract.termination = Termination(
            lastDay: lastDay, reason: reason, at: stamp.at, by: stamp.by)
        let begun = (contract.suspensions ?? []).filter { $0.from <= lastDay }
        contract.suspensions = begun.isEmpty ? nil : begun
        contract.account.open = open
    }

    /// `contract 3 ends after 2026-11-30: the shop closes`.
    package var summary: String { "contract \(contract) ends after \(lastDay): \(reason)" }
}
