/// Ends a contract before its term is over: the last cycle closes after its last day.
package struct TerminateContract: ContractCommand, Codable {
    /// The contract.
    package var contract: ContractReference
    /// Why, in one line.
    package var reason: String
    /// The last day on which it holds; nil: today; for a contract that rests, the day before it did;
    /// for one that has not begun, the day before it would.
    package var lastDay: CivilDate?

    /// What came of it.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The groups whose second cycle does not come; nil for none (R11).
        package let dissolved: [HourGroup]?
    }

    package init(contract: ContractReference, lastDay: CivilDate? = nil, reason: String) {
        self.contract = contract
        self.lastDay = lastDay
        self.reason = reason
    }

    /// One `ContractTerminated`; refused where the day does not fit or work was booked after it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        try found.expectNotEnded()
        let reason = try BoundedText.line(reason, .reason)
        let zone = try context.zone(found.zone)
        let day = lastDay ?? defaultDay(found, zone.date(at: context.now))
        try expectNews(day, found)
        try check(day, found)
        try checkRest(day, found)
        var event = ContractTerminated(
            contract: found.number, lastDay: day, reason: reason, open: found.account.open)
        var changed = found
        let stamp = Stamp(sequence: state.sequence + 1, at: context.now, by: context.by)
        event.terminate(&changed, stamp)
        // By the days that the contract then rests, which the end cuts.
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

    /// A contract that rests after the first cycle of a group cannot end there: what was drawn ahead
    /// would be owed by nobody, and what was left would be lost (R11).
    private func expectNoSharedPool(_ found: Contract) throws(Refusal) {
        let next = found.account.closed.count
        guard let group = found.group(ofCycle: next), group.second == next else { return }
        throw .grouping(.endsBetween(found.number, second: next))
    }

    /// A second termination moves the last day, and has to name it.
    private func expectNews(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        guard let old = found.termination, lastDay == nil || day == old.lastDay else { return }
        throw .contractState(found.number, .term(.terminatedAlready(old)))
    }

    /// A contract that rests from the first day of a cycle on ends with the day before: a cycle that
    /// only rests is none.
    private func checkRest(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        guard let first = found.restBetweenCycles(on: day)?.from else { return }
        throw .dateOutside(day, .end(.betweenCycles(found.number, from: first)))
    }

    /// Today; for a contract that rests, the day before it did, and for one that has not begun, the
    /// day before it would.
    private func defaultDay(_ found: Contract, _ today: CivilDate) -> CivilDate {
        if let rest = found.joinedRest(on: today) { return rest.from.advanced(byDays: -1) }
        return today < found.start ? found.start.advanced(byDays: -1) : today
    }

    private func check(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        let begun = found.account.closed.count > 0
        let last = found.account.closed.last?.cycle.to
        let first = last ?? found.start
        // A contract whose first cycle has not begun can be called off; so can one that rests
        // between two cycles, also where the next one waits for the end of the rest.
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

    /// The rest that a day lies in, where a cycle would have begun on the first day of it.
    fileprivate func restBetweenCycles(on day: CivilDate) -> Suspension? {
        joinedRest(on: day).flatMap { liesBetweenCycles($0) ? $0 : nil }
    }

    /// The rest that a day lies in, with those that adjoin it.
    fileprivate func joinedRest(on day: CivilDate) -> Suspension? {
        let joined = rests.reduce(into: [Suspension]()) { joined, rest in
            guard let last = joined.last, last.to == rest.from else { return joined.append(rest) }
            joined[joined.count - 1].to = rest.to
            joined[joined.count - 1].end = rest.end
        }
        return joined.last { $0.contains(day) }
    }

    /// Whether a cycle would have begun on the first day of a rest: the open one, which then waits, or
    /// the one after it.
    fileprivate func liesBetweenCycles(_ rest: Suspension) -> Bool {
        guard let open = account.open else { return true }
        return rest.from == open.from || rest.from == open.to || rest.to == open.from
    }
}

/// A contract ends before its term is over.
package struct ContractTerminated: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.terminated"
    /// The contract.
    var contract: Identifier<Contract>
    /// The last day on which it holds.
    var lastDay: CivilDate
    /// Why, in one line.
    var reason: String
    /// The open cycle with its new end; nil where there is none, or where it had not begun.
    var open: Cycle?
    /// The groups whose second cycle never comes; nil for none.
    package var dissolved: [HourGroup]?

    /// Ends the contract after that day: the last cycle closes then, and a rest that was to begin
    /// later never does. A group whose second cycle never comes is dissolved, and with it what was
    /// agreed of the weekly limit; work that it let in keeps its room (R11).
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        terminate(&changed, stamp)
        if let dissolved { changed.dissolve(dissolved, lastEntry: state.lastEntry) }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// What the event makes of a contract.
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
