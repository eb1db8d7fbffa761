/// Closes a contract's cycle once its end has come (R10). Late, twice or early changes nothing more.
package struct CloseCycle: Command {
    /// The contract whose cycle is to be closed.
    package var contract: Identifier<Contract>
    /// Which cycle: closing goes by identity, so that no clock can close one twice.
    package var index: Int

    package init(contract: Identifier<Contract>, index: Int) {
        self.contract = contract
        self.index = index
    }

    /// One `CycleClosed` at the boundary's own time; none for a cycle that is not open or not over.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.clockDoubt == nil else { return [] }
        guard let contract = state.contracts[contract], let open = contract.account.open,
            open.index == index, open.end <= context.now
        else { return [] }
        let zone = try context.zone(contract.zone)
        return [
            Event(
                CycleClosed(
                    contract: contract.number, closed: contract.closing(open),
                    next: contract.cycle(after: open, in: zone)))
        ]
    }
}

extension Contract {
    /// The cycle that follows, or nil after the last of the term. It begins at the very instant at
    /// which the other was decided to end, also where the zone's data has changed since.
    fileprivate func cycle(after last: Cycle, in zone: any CivilZone) -> Cycle? {
        guard last.index + 1 < months else { return nil }
        var next = Cycle(
            index: last.index + 1, anchor: start, zone: zone, granted: terms.included)
        next.start = last.end
        return next
    }

    /// The frozen form of the open cycle as its live entries stand.
    package func closing(_ open: Cycle) -> ClosedCycle {
        let coverage = account.coverage(terms: terms)
        var weeks = coverage.weeks
        let last = Week(containing: open.to)
        // A week that began before this cycle and goes on after it counts on both sides (R9).
        weeks[last, default: .zero] += account.drawnBefore(in: last)
        return ClosedCycle(
            cycle: open, used: coverage.used, extra: coverage.extra, expired: coverage.left,
            splits: coverage.splits,
            weeks: weeks.filter { $0.value > .zero }.map { WeekDraw(monday: $0.monday, drawn: $1) }
                .sorted { $0.monday < $1.monday },
            closedAt: open.end)
    }
}
