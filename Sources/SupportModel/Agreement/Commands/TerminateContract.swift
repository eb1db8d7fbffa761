/// Ends a contract before its term is over: the last cycle closes after its last day.
package struct TerminateContract: Command {
    /// The contract.
    package var contract: ContractReference
    /// The last day on which it holds; nil: today, or for a contract that has not begun, the day
    /// before it would.
    package var lastDay: CivilDate?
    /// Why, in one line.
    package var reason: String

    package init(contract: ContractReference, lastDay: CivilDate? = nil, reason: String) {
        self.contract = contract
        self.lastDay = lastDay
        self.reason = reason
    }

    /// One `ContractTerminated`; refused where the day does not fit or work was booked after it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        try found.expectNotEnded()
        let reason = try BoundedText.line(reason, "the reason")
        let zone = try context.zone(found.zone)
        let day = lastDay ?? defaultDay(found, zone.date(at: context.now))
        try expectNews(day, found)
        try check(day, found)
        try checkRest(day, found, zone.date(at: context.now))
        var event = ContractTerminated(
            contract: found.number, lastDay: day, reason: reason, open: found.account.open)
        let dissolved = found.groups?.filter { !found.holdsIn($0, until: day) } ?? []
        event.dissolved = dissolved.isEmpty ? nil : dissolved
        guard let open = found.account.open, day >= open.from else {
            try expectNoSharedPool(found)
            event.open = found.settlement(in: zone)
            return [Event(event)]
        }
        var changed = found
        let stamp = Stamp(sequence: state.sequence + 1, at: context.now, by: context.by)
        event.terminate(&changed, stamp)
        event.open = changed.settingEnd(of: open, in: zone)
        return [Event(event)]
    }

    /// A contract that rests after the first cycle of a group cannot end there: what was drawn ahead
    /// would be owed by nobody, and what was left would be lost (R11).
    private func expectNoSharedPool(_ found: Contract) throws(Refusal) {
        let next = found.account.closed.count
        guard let group = found.group(ofCycle: next), group.second == next else { return }
        throw .grouping(
            why: "cycle \(next + 1) shares its hours with cycle \(next), and has not begun",
            wayOut: "let it go on, and end it in cycle \(next + 1): "
                + "supportc contract resume \(found.number)")
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }

    /// A second termination moves the last day, and has to name it.
    private func expectNews(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        guard let old = found.termination, lastDay == nil || day == old.lastDay else { return }
        throw .contractState(
            found.number, "was terminated already: it ends after \(old.lastDay) (\(old.reason))",
            wayOut: "name another --last-day to move its end")
    }

    /// A contract that rests until somebody says otherwise ends with the day before it rested.
    private func checkRest(
        _ day: CivilDate, _ found: Contract, _ today: CivilDate
    ) throws(Refusal) {
        guard let rest = found.suspensions?.last(where: { $0.to == nil || $0.contains(day) }) else {
            return
        }
        let latest = restingDay(found, rest)
        guard day > latest else { return }
        throw .dateOutside(
            day,
            why: "lies after \(latest): contract \(found.number) "
                + (rest.from <= today ? "is" : "will be") + " suspended from then on",
            wayOut: "leave the day out, or let it go on first: "
                + "supportc contract resume \(found.number)")
    }

    /// The last day on which a resting contract can have held: a cycle has one day at least.
    private func restingDay(_ found: Contract, _ rest: Suspension) -> CivilDate {
        // The open cycle may be the one that waits for the end of the rest.
        let first = found.account.open.flatMap { $0.from == rest.to ? nil : $0.from }
        return max(rest.from, first?.advanced(byDays: 1) ?? rest.from).advanced(byDays: -1)
    }

    private func defaultDay(_ found: Contract, _ today: CivilDate) -> CivilDate {
        if let suspension = found.suspensions?.last, suspension.from <= today,
            suspension.contains(today)
        {
            return restingDay(found, suspension)
        }
        return today < found.start ? found.start.advanced(byDays: -1) : today
    }

    private func check(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        let begun = found.account.closed.count > 0
        let last = found.account.closed.last?.cycle.to
        let first = last ?? found.account.open?.from ?? found.start
        // A contract whose first cycle has not begun can be called off; so can one that rests
        // between two cycles, also where the next one waits for the end of the rest.
        let isBetween = last.map { $0 != found.account.open?.from } ?? true
        let earliest = begun && !isBetween ? first : first.advanced(byDays: -1)
        var term = found
        term.termination = nil
        let latest = term.end.advanced(byDays: -1)
        guard day >= earliest else {
            throw .dateOutside(
                day,
                why: begun
                    ? "lies before \(earliest): closed cycles stay as they are (R10)"
                    : "lies before \(earliest), the day before the contract begins",
                wayOut: begun
                    ? "name the last day on which the contract holds"
                    : "that day calls it off; a later one ends it")
        }
        guard day < latest else {
            throw .dateOutside(
                day, why: "is not before \(latest), the last day of the term (R5)",
                wayOut: "it ends then by itself unless it is renewed; "
                    + "supportc contract change \(found.number) --renewal manual")
        }
        if let last = found.account.entries.last?.date, last > day {
            throw .inUse(
                what: "\(day)", by: "time booked for \(last)",
                wayOut: "end it on \(last) or later, or void that time")
        }
    }
}
