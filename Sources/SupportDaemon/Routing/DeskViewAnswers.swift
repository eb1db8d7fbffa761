import SupportModel
import SupportWire

/// What more than one handler shows.
extension DeskView {
    /// The cycles of a new contract that the desk closes at once; nil for none.
    func closings(of contract: Identifier<Contract>) -> [ClosingView]? {
        let closing = state.closings(of: contract, context())
        return closing.isEmpty ? nil : closing.map(ClosingView.init)
    }

    /// Entries with their coverage as it stands, or as their closed cycles froze it; each open
    /// cycle's is computed once.
    func entryViews(_ entries: some Sequence<TimeEntry>) -> [EntryView] {
        var splits: [Identifier<Contract>: [Identifier<TimeEntry>: EntrySplit]] = [:]
        return entries.map { entry in
            guard let number = entry.contract, entry.isLive, let contract = state.contracts[number]
            else { return EntryView(entry, split: nil) }
            guard contract.account.holds(entry) else {
                return EntryView(entry, split: contract.frozenSplit(entry), of: contract)
            }
            let known = splits[number] ?? Coverage(of: contract).byEntry
            splits[number] = known
            return EntryView(entry, split: known[entry.number], of: contract)
        }
    }

    /// How entries are covered, in their order; nil for a voided one and where no contract pays. What
    /// closed cycles froze is read once for all of a contract's.
    func splits(of entries: [TimeEntry]) -> [EntrySplit?] {
        var known: [Identifier<Contract>: [Identifier<TimeEntry>: EntrySplit]] = [:]
        return entries.map { entry in
            guard let number = entry.contract, entry.isLive, let contract = state.contracts[number]
            else { return nil }
            let splits = known[number] ?? contract.allSplits
            known[number] = splits
            return splits[entry.number]
        }
    }

    /// Where a contract's hours stand: in the open cycle, or in the cycle that holds a day.
    func balance(of reference: ContractReference, at day: CivilDate? = nil) throws -> BalanceView {
        let now = state.believed(now)
        let contract = try state.contract(reference, at: now)
        let open = contract.account.open
        if let day, !contract.isCalledOff, !(open?.contains(day) ?? false) {
            guard let closed = contract.account.closed(containing: day) else {
                throw Refusal.dateOutside(
                    day, .work(.inNoCycleYet(contract.number, start: contract.start)))
            }
            return BalanceView(closed, of: contract)
        }
        guard let open else {
            throw Refusal.contractNotActive(
                contract.number, contract.standing(at: now), start: contract.start,
                end: contract.end)
        }
        let today = try day ?? zone(contract.zone).date(at: now)
        let balance = HourBalance(
            contract: contract, cycle: open, coverage: Coverage(of: contract), today: today)
        return BalanceView(balance, of: contract)
    }

    /// The contracts whose hours are near a limit, the nearest first; nil for none.
    var nearLimits: [NearLimitView]? {
        let now = state.believed(now)
        let near = state.contracts.values.compactMap { contract -> (HourBalance, Contract)? in
            guard let open = contract.account.open, contract.standing(at: now) == .active,
                let zone = settings.calendar.zone(named: contract.zone)
            else { return nil }
            let balance = HourBalance(
                contract: contract, cycle: open, coverage: Coverage(of: contract),
                today: zone.date(at: now))
            return balance.isNearLimit ? (balance, contract) : nil
        }
        let sorted = near.sorted {
            ($1.0.usedPercent, $0.1.number) < ($0.0.usedPercent, $1.1.number)
        }
        let shown = sorted.prefix(LedgerLimits.nearLimitsMax)
        return shown.isEmpty ? nil : shown.map { NearLimitView($0, of: $1) }
    }

    /// Today in the zone of a contract.
    func today(of reference: ContractReference) throws -> CivilDate {
        let now = state.believed(now)
        return try zone(try state.contract(reference, at: now).zone).date(at: now)
    }

    /// Today where a ticket's work is booked: in the zone of its contract, or else of its client.
    func today(ofTicket number: Identifier<Ticket>) throws -> CivilDate {
        let name = try state.zone(of: try state.meantTicket(number))
        return try zone(name).date(at: state.believed(now))
    }

    /// All timers that run, longest first.
    var timerViews: [TimerView] {
        state.allTimers.map { TimerView($0, of: state.tickets[$0.ticket], at: now) }
    }

    /// A monitor with its last probe.
    func view(_ monitor: Monitor) -> MonitorView {
        MonitorView(monitor, lastLook: tracker.lastProbe(monitor.name))
    }
}

extension Contract {
    /// How each of its live entries is covered, in open and closed cycles.
    fileprivate var allSplits: [Identifier<TimeEntry>: EntrySplit] {
        var splits = Coverage(of: self).byEntry
        for closed in account.closed {
            for split in closed.splits { splits[split.entry] = split }
            for adjustment in closed.statement?.adjustments ?? [] where !adjustment.isVoid {
                splits[adjustment.entry] = adjustment.split
            }
        }
        return splits
    }
}

extension Coverage {
    /// How each entry is covered.
    fileprivate var byEntry: [Identifier<TimeEntry>: EntrySplit] {
        Dictionary((splits + late).map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
