/// Lets a suspended contract go on from a day: its open cycle with the days it had left.
package struct ResumeContract: ContractCommand, Codable {
    /// The contract.
    package var contract: ContractReference
    /// The first day on which it holds again; nil: today.
    package var on: CivilDate?

    /// What came of it.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The first day on which the contract holds again.
        package let on: CivilDate
    }

    package init(contract: ContractReference, on: CivilDate? = nil) {
        self.contract = contract
        self.on = on
    }

    /// One `ContractResumed` with the cycle that then runs; refused unless it is suspended, or will
    /// be. One that was suspended until a day goes on earlier or later than that.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        try found.expectNotEnded()
        let zone = try context.zone(found.zone)
        let today = zone.date(at: context.now)
        guard let old = found.rests.last, old.to.map({ $0 > today }) ?? true else {
            throw .contractState(found.number, .rest(.notSuspended))
        }
        try checkRunningRest(found, before: old, today)
        var suspension = old
        let on = on ?? max(today, suspension.from)
        let latest = suspension.from.advanced(byDays: Limits.suspensionDaysMax)
        guard suspension.from <= on, on <= latest else {
            throw .dateOutside(on, .rest(.notInRest(from: suspension.from, to: latest)))
        }
        if let last = found.termination?.lastDay, on > last {
            throw .dateOutside(on, .rest(.afterTheEnd(found.number, lastDay: last)))
        }
        suspension.to = on
        suspension.end = zone.startOfDay(on)
        var changed = found
        changed.suspensions?.removeLast()
        changed.suspensions?.append(suspension)
        try changed.expectGroups(of: found)
        let resumed = ContractResumed(
            contract: found.number, on: on, at: zone.startOfDay(on),
            open: changed.resumedCycle(suspension, waitedUntil: old.to, in: zone))
        let (hours, events) = try state.changingHours(of: found, by: [Event(resumed)], context)
        return Decision(Made(hours: hours, on: on), events)
    }

    /// A rest that is to come stands in the way of ending the one that runs: the days between the two
    /// would move.
    private func checkRunningRest(
        _ found: Contract, before last: Suspension, _ today: CivilDate
    ) throws(Refusal) {
        guard on.map({ $0 < last.from }) ?? true, !last.contains(today),
            let running = found.rests.last(where: { $0.contains(today) })
        else { return }
        throw .contractState(
            found.number, .rest(.suspendedAgain(to: running.to, from: last.from)))
    }
}

extension Contract {
    /// The cycle that runs once a suspension has its end, or has another one than it had.
    fileprivate func resumedCycle(
        _ suspension: Suspension, waitedUntil old: CivilDate?, in zone: any CivilZone
    ) -> Cycle? {
        let from = suspension.to ?? suspension.from
        guard let open = account.open else {
            return from < end ? cycle(account.closed.count, from: from, in: zone) : nil
        }
        // A rest from the first day of the cycle: the cycle begins when it goes on.
        if open.from == old || open.from == suspension.from {
            var waiting = open
            waiting.from = from
            waiting.start = zone.startOfDay(from)
            return settingEnd(of: waiting, in: zone)
        }
        return suspension.from < open.to ? settingEnd(of: open, in: zone) : open
    }
}

/// A suspended contract goes on from a day: its open cycle with the days it had left, or the next.
package struct ContractResumed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.resumed"
    /// The contract.
    var contract: Identifier<Contract>
    /// The first day on which it holds again.
    package var on: CivilDate
    /// Local midnight of that day, as it was decided.
    var at: Instant
    /// The cycle that runs then.
    var open: Cycle?

    /// Ends the suspension and puts the cycle's boundary where it now is.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract], var list = changed.suspensions,
            var last = list.popLast()
        else { return }
        last.to = on
        last.end = at
        changed.suspensions = list + (last.days > 0 ? [last] : [])
        if changed.suspensions?.isEmpty ?? true { changed.suspensions = nil }
        changed.open(open)
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 resumed on 2026-12-16`.
    package var summary: String { "contract \(contract) resumed on \(on)" }
}
