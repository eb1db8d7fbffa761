import SupportModel
import SupportWire

/// What more than one handler shows.
extension DeskView {
    /// An entry with its coverage as it stands, or as its closed cycle froze it.
    func entryView(_ entry: TimeEntry) -> EntryView {
        let contract = entry.contract.flatMap { state.contracts[$0] }
        return EntryView(entry, split: entry.isLive ? contract?.split(of: entry) : nil)
    }

    /// The same for many entries, with each open cycle's coverage computed once.
    func entryViews(_ entries: some Sequence<TimeEntry>) -> [EntryView] {
        var splits: [Identifier<Contract>: [Identifier<TimeEntry>: EntrySplit]] = [:]
        return entries.map { entry in
            guard let number = entry.contract, entry.isLive, let contract = state.contracts[number]
            else { return EntryView(entry, split: nil) }
            if contract.account.open?.index != entry.cycle { return entryView(entry) }
            let known = splits[number] ?? contract.openSplits
            splits[number] = known
            return EntryView(entry, split: known[entry.number])
        }
    }

    /// Where a contract's hours stand: in the open cycle, or in the cycle that holds a day.
    func balance(of reference: ContractReference, at day: CivilDate? = nil) throws -> BalanceView {
        let now = state.believed(now)
        let contract = try state.contract(reference, at: now)
        let open = contract.account.open
        if let day, !(open?.contains(day) ?? false) {
            guard let closed = contract.account.closed.first(where: { $0.cycle.contains(day) })
            else {
                throw Refusal.dateOutside(
                    day, why: "lies in no cycle of contract \(contract.number) so far",
                    wayOut: "its cycles begin on \(contract.start); "
                        + "supportc contract show \(contract.number) lists them")
            }
            return BalanceView(closed, of: contract)
        }
        guard let open else {
            throw Refusal.contractNotActive(
                contract.number, .ended, start: contract.start, end: contract.end)
        }
        let today = try day ?? zone(contract.zone).date(at: now)
        let coverage = contract.account.coverage(terms: contract.terms)
        let balance = HourBalance(
            contract: contract, cycle: open, coverage: coverage, today: today)
        return BalanceView(balance, of: contract)
    }

    /// A monitor with its last look.
    func monitorView(_ name: Name<Monitor>) throws -> MonitorView {
        MonitorView(try state.monitor(name), lastLook: tracker.lastLook(name))
    }
}

extension Contract {
    /// How one entry is covered.
    fileprivate func split(of entry: TimeEntry) -> EntrySplit? {
        if account.open?.index == entry.cycle { return openSplits[entry.number] }
        return account.closed.first { $0.cycle.index == entry.cycle }?
            .splits.first { $0.entry == entry.number }
    }

    /// The open cycle's coverage by entry.
    fileprivate var openSplits: [Identifier<TimeEntry>: EntrySplit] {
        let splits = account.coverage(terms: terms).splits
        return Dictionary(splits.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension MonitorTiming {
    /// The same timing with some values replaced. A retry that was not named never exceeds a new
    /// interval.
    func changed(
        every: Int?, retry: Int?, timeout: Int?, failures: Int?, successes: Int?
    ) -> MonitorTiming {
        let interval = every ?? intervalMilliseconds
        return MonitorTiming(
            intervalMilliseconds: interval,
            retryMilliseconds: retry ?? min(retryMilliseconds, max(1000, interval)),
            timeoutMilliseconds: timeout ?? timeoutMilliseconds,
            failuresToBelieve: failures ?? failuresToBelieve,
            successesToBelieve: successes ?? successesToBelieve)
    }
}
