/// Takes a booking back. Its hours return to the open cycle; what a closed cycle has billed comes
/// back as an adjustment on the open cycle's statement.
package struct VoidTime: Command {
    /// The booking to take back; refused when it is void already.
    package var entry: Identifier<TimeEntry>
    /// Why, in one line; it stays with the entry.
    package var reason: String
    /// Whether the caller knows that the entry's cycle has closed.
    package var late: Bool

    package init(entry: Identifier<TimeEntry>, reason: String, late: Bool = false) {
        self.entry = entry
        self.reason = reason
        self.late = late
    }

    /// One `TimeVoided`; an entry of a closed cycle is refused unless the void says that it is late
    /// (R10).
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.entry(entry)
        if let void = found.void { throw .alreadyVoided(entry, void) }
        let reason = try BoundedText.line(reason, "the reason")
        try state.expectTrustedClock(context.now)
        guard let contract = found.contract.flatMap({ state.contracts[$0] }),
            let cycle = found.cycle, !contract.account.holds(found)
        else {
            guard !late else {
                throw .lateness(
                    found.date, why: whyNotLate(found), wayOut: "leave --late out")
            }
            let voided = [Event(TimeVoided(entry: entry, reason: reason))]
            guard let number = found.contract else { return voided }
            return try state.telling(voided, of: number, context)
        }
        try contract.expectNotEnded()
        let closed = contract.account.closed(cycle)
        guard late else {
            throw .cycleClosed(
                found.date, cycle: cycle,
                end: closed?.end(in: contract.zone)
                    ?? CycleEnd(lastDay: found.date, zone: contract.zone, at: context.now))
        }
        try contract.account.checkAdjustments()
        let credit = contract.credit(for: found, ofCycle: cycle, reason)
        let voided = Event(TimeVoided(entry: entry, reason: reason, credit: credit))
        return try state.telling([voided], of: contract.number, context)
    }

    /// Why the entry can be voided like one of the open cycle.
    private func whyNotLate(_ found: TimeEntry) -> String {
        guard let cycle = found.cycle else { return "is work on demand, which no cycle closes" }
        return found.late == nil
            ? "lies in cycle \(cycle + 1), which is open"
            : "lies in cycle \(cycle + 1), which has closed, but entry \(entry) came late and is on "
                + "the statement that is open"
    }

    /// The version of the entry as it stands; nil when the desk has no such entry.
    package func version(in state: State) -> UInt64? { state.entries[entry]?.version }
}

extension HourAccount {
    /// Whether an entry is among those that still can change.
    package func holds(_ entry: TimeEntry) -> Bool {
        if let open, entry.cycle == open.index { return true }
        return late?.contains { $0.number == entry.number } ?? false
    }
}

extension Contract {
    /// How a closed cycle covered an entry: in its own figures, or as an adjustment.
    package func frozenSplit(_ entry: TimeEntry) -> EntrySplit? {
        guard let index = entry.cycle else { return nil }
        if entry.late != nil, let found = frozenAdjustment(of: entry.number)?.adjustment {
            let grouped = found.grouped ?? .zero
            return EntrySplit(
                entry: entry.number, package: found.settled - grouped, grouped: grouped,
                extra: found.extra)
        }
        return account.closed(index)?.splits.first { $0.entry == entry.number }
    }

    /// The adjustment by which a closed cycle's statement carries a late entry, and that cycle's index.
    func frozenAdjustment(
        of entry: Identifier<TimeEntry>
    ) -> (cycle: Int, adjustment: Adjustment)? {
        for closed in account.closed {
            let adjustments = closed.statement?.adjustments ?? []
            if let found = adjustments.first(where: { $0.entry == entry && !$0.isVoid }) {
                return (closed.cycle.index, found)
            }
        }
        return nil
    }

    /// What a void of an entry gives back after its cycle has closed.
    fileprivate func credit(
        for entry: TimeEntry, ofCycle cycle: Int, _ reason: String
    ) -> Adjustment {
        let split = frozenSplit(entry)
        let extra = split?.extra ?? .zero
        let rate = terms(whenInCycle: cycle).extraRate
        let nothing = Money(minorUnits: 0, currency: rate.currency)
        return Adjustment(
            entry: entry.number, isVoid: true, cycle: cycle,
            settledIn: settledIn(cycle), ticket: entry.ticket,
            date: entry.date, service: entry.service, settled: .zero - (split?.drawn ?? .zero),
            extra: .zero - extra, rate: rate, amount: nothing - rate.forWork(extra),
            reason: reason)
    }
}
