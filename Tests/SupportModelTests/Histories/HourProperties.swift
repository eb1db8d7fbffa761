import SupportModel
import SupportTestKit

/// What must hold of every contract's hours at any time, whatever happened; answers what does not.
struct HourProperties {
    let state: State

    /// An entry, what covers it in all, and the least part of that.
    private typealias Cover = (entry: Identifier<TimeEntry>, minutes: Minutes, least: Minutes)

    func violations() -> [String] {
        let entries = Dictionary(grouping: state.entries.values, by: \.contract)
        let billing = state.billingDifferences.map { "contract \($0.contract): \($0.text)" }
        return billing
            + state.contracts.values.sorted { $0.number < $1.number }.flatMap { contract in
                let coverage = Coverage(of: contract)
                let own = entries[contract.number] ?? []
                let found: [[String]] = [
                    minutes(contract, coverage, own), sums(contract, coverage), groups(contract),
                    growth(contract, coverage), weeks(contract, coverage),
                    policy(contract, coverage), statements(contract),
                ]
                return found.flatMap(\.self).map { "contract \(contract.number): \($0)" }
            }
    }

    /// Every billed minute of a live entry is exactly one of package, grouped and extra; a voided
    /// entry counts nowhere, or is credited where a closed cycle has counted it.
    private func minutes(
        _ contract: Contract, _ coverage: Coverage, _ entries: [TimeEntry]
    ) -> [String] {
        let statements = contract.account.closed.compactMap(\.statement)
        let adjusted = statements.flatMap(\.adjustments)
        let credited = (adjusted + (contract.account.credits ?? [])).filter(\.isVoid).map(\.entry)
        var covered: [Identifier<TimeEntry>: Minutes] = [:]
        var found: [String] = []
        var covers: [Cover] = []
        for splits in contract.account.closed.map(\.splits) + [coverage.splits, coverage.late] {
            covers += splits.map { ($0.entry, $0.drawn + $0.extra, min($0.package, $0.extra)) }
        }
        for late in adjusted where !late.isVoid {
            covers.append((late.entry, late.settled + late.extra, min(late.settled, late.extra)))
        }
        for cover in covers {
            if covered.updateValue(cover.minutes, forKey: cover.entry) != nil {
                found.append("entry \(cover.entry) is covered twice")
            }
            if cover.least < .zero { found.append("entry \(cover.entry) has a negative cover") }
        }
        if Set(credited).count != credited.count { found.append("credited twice") }
        for entry in entries {
            let minutes = covered.removeValue(forKey: entry.number)
            let isCounted = entry.isLive || credited.contains(entry.number)
            if minutes != (isCounted ? entry.billed : nil) {
                found.append("entry \(entry.number): \(entry.billed), covered \(minutes as Any)")
            }
        }
        return found + covered.keys.map { "entry \($0) is not there" }
    }

    /// The last entry that was booked, added to the coverage of the others, covers them all.
    private func growth(_ contract: Contract, _ coverage: Coverage) -> [String] {
        let account = contract.account
        let booked = (account.entries + (account.late ?? [])).map(\.number).max()
        guard let last = account.entries.first(where: { $0.number == booked }) else { return [] }
        var before = contract
        before.account.entries.removeAll { $0.number == last.number }
        var grown = Coverage(of: before)
        grown.add(last, to: before)
        let isSame =
            grown.splits == coverage.splits && grown.late == coverage.late
            && grown.pool == coverage.pool && grown.weeks == coverage.weeks
            && (grown.used, grown.extra, grown.left)
                == (coverage.used, coverage.extra, coverage.left)
        return isSame ? [] : ["entry \(last.number) added is not entry \(last.number) covered"]
    }

    /// `granted + grouped - used - expired = left`, each figure the sum of its parts, none negative.
    private func sums(_ contract: Contract, _ coverage: Coverage) -> [String] {
        var found: [String] = []
        for cycle in contract.account.closed {
            if cycle.left != .zero || cycle.expired < .zero { found.append("\(cycle.cycle.index)") }
            if cycle.used != cycle.splits.reduce(.zero, { $0 + $1.drawn }) {
                found.append("used is no sum")
            }
            if cycle.extra != cycle.splits.reduce(.zero, { $0 + $1.extra }) {
                found.append("extra is no sum")
            }
            let index = cycle.cycle.index
            if contract.expiry(ofCycle: index) == index,
                contract.group(ofCycle: index)?.first != index,
                contract.account.expiredLeft(ofCycle: index) < .zero
            {
                found.append("more was settled than had expired")
            }
        }
        if coverage.used != coverage.splits.reduce(.zero, { $0 + $1.drawn })
            || coverage.left < .zero
        {
            found.append("\(coverage.used) used and \(coverage.left) left")
        }
        return found
    }

    /// R11: what one cycle of a group gains the other loses.
    private func groups(_ contract: Contract) -> [String] {
        (contract.groups ?? []).filter { group in
            guard let first = contract.account.closed(group.first),
                let second = contract.account.closed(group.second)
            else { return false }
            // A void of the first, while the second is open, gives hours back to the pool.
            let settled = (contract.account.settlements ?? []).filter { $0.cycle == group.first }
                .reduce(Minutes.zero) { $0 + $1.minutes }
            return (first.grouped ?? .zero) + (second.grouped ?? .zero) + settled != .zero
        }.map { "cycles \($0.first) and \($0.second) do not add up" }
    }

    /// R9: a week draws more than its limit only with an entry in it that passes the limit. A week
    /// that a boundary cuts may fill to the greater limit of the two.
    private func weeks(_ contract: Contract, _ coverage: Coverage) -> [String] {
        var drawn: [Week: Minutes] = [:]
        var limits: [Week: Minutes] = [:]
        var passed: Set<Week> = []
        var adjusted = contract.account.closed.compactMap(\.statement).flatMap(\.adjustments)
        adjusted += contract.account.credits ?? []
        var draws = adjusted.map { ($0.entry, $0.settled) }
        for splits in contract.account.closed.map(\.splits) + [coverage.splits, coverage.late] {
            draws += splits.map { ($0.entry, $0.drawn) }
        }
        for (number, minutes) in draws {
            guard let entry = state.entries[number], let cycle = entry.cycle else { continue }
            let week = Week(containing: entry.date)
            drawn[week, default: .zero] += minutes
            limits[week] = max(limits[week] ?? .zero, contract.weeklyLimit(of: entry))
            let terms = contract.terms(whenInCycle: cycle)
            if entry.agreement != nil
                || entry.emergency && terms.emergencyBeyondLimit == .package
            {
                passed.insert(week)
            }
        }
        return drawn.filter { $0.value > limits[$0.key] ?? .zero && !passed.contains($0.key) }
            .map { "\($0.key) draws \($0.value) of \(limits[$0.key] ?? .zero)" }
    }

    /// R8: a contract that takes no extra hours has none, unless its end dissolved a group; `ask`
    /// has none that nobody named.
    private func policy(_ contract: Contract, _ coverage: Coverage) -> [String] {
        guard coverage.extra > .zero, contract.termination == nil else { return [] }
        switch contract.terms.extraPolicy {
        case .allow: return []
        case .ask:
            let isNamed = contract.account.entries.contains { $0.extraAllowed }
            return isNamed ? [] : ["\(coverage.extra) extra that nobody named"]
        case .refuse: return ["\(coverage.extra) extra where there is none"]
        }
    }

    /// A statement says what its cycle says, and its total is the sum of its parts.
    private func statements(_ contract: Contract) -> [String] {
        contract.account.closed.compactMap { cycle in
            guard let it = cycle.statement else { return "no statement" }
            let drawn = it.work.reduce(Minutes.zero) { $0 + $1.package + $1.grouped }
            let extra = it.work.reduce(Minutes.zero) { $0 + $1.extra }
            let byTicket = it.tickets.reduce(Minutes.zero) { $0 + $1.package + $1.extra }
            let due = it.fee.total + it.extra.amount + it.adjusted
            let isRight =
                drawn == cycle.used && it.used == cycle.used && extra == cycle.extra
                && it.extra.minutes == cycle.extra && it.expired == cycle.expired
                && byTicket == drawn + extra && it.total == due
            return isRight ? nil : "the statement of cycle \(cycle.cycle.index) is wrong"
        }
    }
}
