/// Where the statements of a contract do not carry each entry exactly once: a live entry on one
/// statement, a voided one on none, or billed once and credited once (R8, R10).
///
/// A statement that is still open counts, as long as it comes: a contract that has ended has none.
extension State {
    /// One for each entry that differs, by contract and number; empty when every billed amount stands
    /// on exactly one statement.
    package var billingDifferences: [CycleDifference] {
        let booked = Dictionary(grouping: entries.values, by: \.contract)
        return contracts.values.sorted { $0.number < $1.number }.flatMap { contract in
            let places = StatementPlaces(contract)
            return (booked[contract.number] ?? []).sorted { $0.number < $1.number }
                .compactMap { entry in
                    places.difference(entry).map {
                        CycleDifference(
                            contract: contract.number, cycle: entry.cycle ?? 0, text: $0)
                    }
                }
        }
    }
}

/// How often a contract's statements carry each entry.
private struct StatementPlaces {
    private var billed: [Identifier<TimeEntry>: Int] = [:]
    private var credited: [Identifier<TimeEntry>: Int] = [:]
    /// Entries that wait for a statement which never comes.
    private var stranded: Set<Identifier<TimeEntry>> = []

    init(_ contract: Contract) {
        let account = contract.account
        for closed in account.closed {
            for split in closed.splits { billed[split.entry, default: 0] += 1 }
            for adjustment in closed.statement?.adjustments ?? [] { count(adjustment) }
        }
        let waiting = (account.entries + (account.late ?? [])).map(\.number)
        for entry in waiting { billed[entry, default: 0] += 1 }
        for credit in account.credits ?? [] { count(credit) }
        if account.open == nil, contract.openSuspension == nil {
            stranded = Set(waiting + (account.credits ?? []).map(\.entry))
        }
    }

    private mutating func count(_ adjustment: Adjustment) {
        if adjustment.isVoid {
            credited[adjustment.entry, default: 0] += 1
        } else {
            billed[adjustment.entry, default: 0] += 1
        }
    }

    /// What is wrong with an entry; nil for nothing.
    func difference(_ entry: TimeEntry) -> String? {
        let (bills, credits) = (billed[entry.number] ?? 0, credited[entry.number] ?? 0)
        if stranded.contains(entry.number) {
            return "entry \(entry.number) waits for a statement, and the contract has ended"
        }
        let isRight = entry.isLive ? bills == 1 && credits == 0 : bills == credits && bills <= 1
        guard !isRight else { return nil }
        let state = entry.isLive ? "live" : "void"
        return
            "entry \(entry.number) is \(state), and stands on \(bills) statements as billed and on "
            + "\(credits) as credited"
    }
}
