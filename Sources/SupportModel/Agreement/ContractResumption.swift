/// Resumes a suspended contract from a day: its open cycle continues with the days it had left.
package struct ResumeContract: ContractCommand, Codable {
    package var contract: ContractReference
    /// The first day on which it is active again; nil: today.
    package var on: CivilDate?

    /// The result of the command.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The first day on which the contract is active again.
        package let on: CivilDate
    }

    package init(contract: ContractReference, on: CivilDate? = nil) {
        (self.contract, self.on) = (contract, on)
    }

    /// One `ContractResumed` with the cycle that is then open, or nothing where it is active already, or
    /// resumes on that day; refused where no suspension could be ended otherwise. The end of a
    /// suspension with a known end is moved.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contractToChange(contract, at: context.now)
        let zone = try context.zone(found.zone)
        let today = zone.date(at: context.now)
        if let same = present(found, context.now, today) {
            return Decision(
                Made(hours: try state.unchangedHours(of: found, context), on: same), [])
        }
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

    /// The day on which it resumes without a change, where that is what is asked for; nil otherwise.
    private func present(
        _ found: Contract, _ now: Instant, _ today: CivilDate
    ) -> CivilDate? {
        if let on {
            let isLate = found.termination.map { on > $0.lastDay } ?? false
            return found.rests.last?.to == on && on >= today && !isLate ? on : nil
        }
        let isOrdered = found.rests.last.map { $0.to.map { $0 > today } ?? true } ?? false
        return !isOrdered && found.standing(at: now) == .active ? today : nil
    }

    /// Refuses to end the current suspension while a later one is ordered: the later one would be
    /// moved.
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
    /// The open cycle after a suspension was given an end or another end.
    fileprivate func resumedCycle(
        _ suspension: Suspension, waitedUntil old: CivilDate?, in zone: any CivilZone
    ) -> Cycle? {
        let from = suspension.to ?? suspension.from
        guard let open = account.open else {
            return from < end ? cycle(account.closed.count, from: from, in: zone) : nil
        }
        // Suspended from the first day of the cycle: the cycle begins when the contract resumes.
        if open.from == old || open.from == suspension.from {
            var waiting = open
            waiting.from = from
            waiting.start = zone.startOfDay(from)
            return settingEnd(of: waiting, in: zone)
        }
        return suspension.from < open.to ? settingEnd(of: open, in: zone) : open
    }
}

/// A suspended contract was resumed from a day: its open cycle continues with the days it had left,
/// or the next one begins.
package struct ContractResumed: DeskEvent {
    package static let type = "contract.resumed"
    var contract: Identifier<Contract>
    /// The first day on which it is active again.
    package var on: CivilDate
    /// Local midnight of that day, as it was decided.
    var at: Instant
    /// The cycle that is then open.
    var open: Cycle?

    /// Ends the suspension and sets the cycle's new boundary.
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
