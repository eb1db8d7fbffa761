/// Lets a suspended contract go on from a day: its open cycle with the days it had left.
package struct ResumeContract: Command {
    /// The contract.
    package var contract: ContractReference
    /// The first day on which it holds again; nil: today.
    package var on: CivilDate?

    package init(contract: ContractReference, on: CivilDate? = nil) {
        self.contract = contract
        self.on = on
    }

    /// One `ContractResumed` with the cycle that then runs; refused unless it is suspended.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        try found.expectNotEnded()
        guard var suspension = found.openSuspension else {
            throw .invalid(
                what: "contract \(found.number)", why: "is not suspended",
                wayOut: "supportc contract show \(found.number) tells where it stands")
        }
        let zone = try context.zone(found.zone)
        let on = on ?? max(zone.date(at: context.now), suspension.from)
        let latest = suspension.from.advanced(byDays: Limits.suspensionDaysMax)
        guard suspension.from <= on, on <= latest else {
            throw .dateOutside(
                on,
                why: "is not a day from \(suspension.from), when it was suspended, to \(latest)",
                wayOut: "name the first day on which the contract holds again")
        }
        suspension.to = on
        suspension.end = zone.startOfDay(on)
        var changed = found
        changed.suspensions?.removeLast()
        changed.suspensions?.append(suspension)
        return [
            Event(
                ContractResumed(
                    contract: found.number, on: on, at: zone.startOfDay(on),
                    open: changed.resumedCycle(suspension, in: zone)))
        ]
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }
}

extension Contract {
    /// The cycle that runs once a suspension has its end.
    fileprivate func resumedCycle(_ suspension: Suspension, in zone: any CivilZone) -> Cycle? {
        guard let open = account.open else {
            let from = suspension.to ?? suspension.from
            return from < end ? cycle(account.closed.count, from: from, in: zone) : nil
        }
        return suspension.from < open.to ? settingEnd(of: open, in: zone) : open
    }
}
