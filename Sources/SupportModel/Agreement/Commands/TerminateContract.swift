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
        try check(day, found)
        var event = ContractTerminated(
            contract: found.number, lastDay: day, reason: reason, open: found.account.open)
        guard let open = found.account.open, day >= open.from else {
            event.open = nil
            return [Event(event)]
        }
        var changed = found
        let stamp = Stamp(sequence: state.sequence + 1, at: context.now, by: context.by)
        event.terminate(&changed, stamp)
        event.open = changed.settingEnd(of: open, in: zone)
        return [Event(event)]
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }

    private func defaultDay(_ found: Contract, _ today: CivilDate) -> CivilDate {
        if let suspension = found.openSuspension, suspension.from <= today {
            return max(
                suspension.from, found.account.open?.from.advanced(byDays: 1) ?? suspension.from
            ).advanced(byDays: -1)
        }
        return today < found.start ? found.start.advanced(byDays: -1) : today
    }

    private func check(_ day: CivilDate, _ found: Contract) throws(Refusal) {
        let begun = found.account.closed.count > 0
        let first = found.account.open?.from ?? found.account.closed.last?.cycle.to ?? found.start
        // A contract whose first cycle has not begun can be called off; so can one that rests
        // between two cycles.
        let earliest = begun && found.account.open != nil ? first : first.advanced(byDays: -1)
        var term = found
        term.termination = nil
        let latest = term.end.advanced(byDays: -1)
        guard earliest <= day, day < latest else {
            throw .dateOutside(
                day,
                why: day < earliest
                    ? "lies before \(earliest): closed cycles stay as they are (R10)"
                    : "is not before \(latest), the last day of the term",
                wayOut: day < earliest
                    ? "name the last day on which the contract holds"
                    : "it ends then by itself unless it is renewed; "
                        + "supportc contract change \(found.number) --renewal manual")
        }
        if let last = found.account.entries.last?.date, last > day {
            throw .inUse(
                what: "\(day)", by: "time booked for \(last)",
                wayOut: "end it on \(last) or later, or void that time")
        }
    }
}
