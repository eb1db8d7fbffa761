import SupportModel
import SupportTestKit

/// What must hold of every contract's hours at any time, whatever happened; answers what does not.
struct HourProperties {
    let state: State

    func violations() -> [String] {
        state.contracts.values.sorted { $0.number < $1.number }.flatMap { contract in
            (conservation(contract) + weeks(contract) + policy(contract)).map {
                "contract \(contract.number): \($0)"
            }
        }
    }

    /// Every live billed minute is package or extra, once, in its own cycle; used is within granted.
    private func conservation(_ contract: Contract) -> [String] {
        var found: [String] = []
        let entries = state.entries.values.filter { $0.contract == contract.number && $0.isLive }
        var cycles = contract.account.closed.map {
            ($0.cycle, $0.splits, used: $0.used, extra: $0.extra, left: $0.expired)
        }
        if let open = contract.account.open {
            let coverage = Coverage(of: contract)
            cycles.append((open, coverage.splits, coverage.used, coverage.extra, coverage.left))
        }
        for (cycle, splits, used, extra, left) in cycles {
            let live = entries.filter { $0.cycle == cycle.index }
            let billed = Dictionary(uniqueKeysWithValues: live.map { ($0.number, $0.billed) })
            if splits.count != live.count {
                found.append("\(splits.count) of \(live.count) covered")
            }
            for split in splits where billed[split.entry] != split.package + split.extra {
                found.append("entry \(split.entry) is not covered once")
            }
            if splits.contains(where: { $0.package < .zero || $0.extra < .zero }) {
                found.append("a negative cover")
            }
            if used != splits.reduce(.zero, { $0 + $1.package }) { found.append("used is no sum") }
            if extra != splits.reduce(.zero, { $0 + $1.extra }) { found.append("extra is no sum") }
            if used > cycle.granted || used + left != cycle.granted {
                found.append("\(used) used and \(left) left of \(cycle.granted)")
            }
            if live.contains(where: { !cycle.contains($0.date) }) { found.append("foreign day") }
        }
        return found
    }

    /// R9: a week draws more than its limit only with an entry in it that passes the limit.
    private func weeks(_ contract: Contract) -> [String] {
        var splits = contract.account.closed.flatMap(\.splits)
        splits += Coverage(of: contract).splits
        var drawn: [Week: Minutes] = [:]
        var passed: Set<Week> = []
        for split in splits {
            guard let entry = state.entries[split.entry] else { return ["an entry is gone"] }
            let week = Week(containing: entry.date)
            drawn[week, default: .zero] += split.package
            let isEmergency =
                entry.emergency && contract.terms.emergencyBeyondLimit == .package
            if entry.agreement != nil || isEmergency { passed.insert(week) }
        }
        return drawn.filter { $0.value > contract.terms.weeklyLimit && !passed.contains($0.key) }
            .map { "\($0.key) draws \($0.value) of \(contract.terms.weeklyLimit)" }
    }

    /// R8: a contract that takes no extra hours has none; `ask` has none that nobody named.
    private func policy(_ contract: Contract) -> [String] {
        let coverage = Coverage(of: contract)
        guard coverage.extra > .zero else { return [] }
        switch contract.terms.extraPolicy {
        case .allow: return []
        case .ask:
            let isNamed = contract.account.entries.contains { $0.extraAllowed }
            return isNamed ? [] : ["\(coverage.extra) extra that nobody named"]
        case .refuse: return ["\(coverage.extra) extra where there is none"]
        }
    }
}
