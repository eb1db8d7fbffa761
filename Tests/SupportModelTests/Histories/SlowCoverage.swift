import SupportModel
import SupportTestKit

/// "How hours are counted", written down a second time from the agreement's words and from the entries
/// and statements alone: what the model keeps beside them, such as a week's draw, is not asked.
struct SlowCoverage {
    private let state: State
    private let contract: Contract
    /// What each week still takes, by what entries asked for it in order of booking.
    private var taken: [Week: Int] = [:]
    /// What of the hours that expired with a closed cycle late work has drawn.
    private var settled: [Int: Int] = [:]
    private var allowances: [Identifier<TimeEntry>: Int] = [:]
    /// Drawn from the entry's own cycle, from the one it is grouped with, and extra.
    private(set) var splits: [Identifier<TimeEntry>: [Int]] = [:]
    private(set) var left = 0

    init(_ contract: Contract, _ state: State) {
        self.state = state
        self.contract = contract
        for (entry, minutes) in Self.earlierDraws(contract, state) {
            taken[Week(containing: entry.date), default: 0] += minutes
        }
        let late = contract.account.late ?? []
        let all = (contract.account.entries + late).sorted { $0.number < $1.number }
        for entry in all { ask(entry, isLate: late.contains { $0.number == entry.number }) }
        handOut(all)
    }

    /// Every minute that closed cycles' statements say was drawn, or given back, and for what.
    private static func earlierDraws(
        _ contract: Contract, _ state: State
    ) -> [(TimeEntry, Int)] {
        var draws = contract.account.closed.flatMap(\.splits).map { ($0.entry, $0.drawn.count) }
        draws += adjustments(contract).map { ($0.entry, $0.settled.count) }
        return draws.compactMap { number, minutes in
            state.entries[number].map { ($0, minutes) }
        }
    }

    /// Those that are frozen, and the voids that the open statement carries.
    private static func adjustments(_ contract: Contract) -> [Adjustment] {
        contract.account.closed.compactMap(\.statement).flatMap(\.adjustments)
            + (contract.account.credits ?? [])
    }

    /// The group whose pool the open cycle draws from, and whose first cycle has closed.
    private var pooled: HourGroup? {
        (contract.groups ?? []).first { $0.second == contract.account.open?.index }
    }

    /// Room in a week goes in order of booking; late work draws what had expired at once.
    private mutating func ask(_ entry: TimeEntry, isLate: Bool) {
        let index = entry.cycle ?? 0
        let terms = contract.terms(whenInCycle: index)
        let week = Week(containing: entry.date)
        var allowance = 0
        if terms.services.contains(entry.service) {
            let passes =
                entry.agreement != nil
                || entry.emergency && terms.emergencyBeyondLimit == .package
            let room = max(0, limit(of: entry, terms) - (taken[week] ?? 0))
            allowance = passes ? entry.billed.count : min(entry.billed.count, room)
        }
        if isLate, index != pooled?.first {
            let expiry = expiry(of: index)
            allowance = min(allowance, max(0, expired(with: expiry)))
            settled[expiry, default: 0] += allowance
            splits[entry.number] = [allowance, 0, entry.billed.count - allowance]
        }
        allowances[entry.number] = allowance
        taken[week, default: 0] += allowance
    }

    private func limit(of entry: TimeEntry, _ terms: ContractTerms) -> Int {
        let agreed = (contract.groups ?? []).first { $0.contains(entry.cycle ?? 0) }?.weeklyLimit
        let lapsed = (contract.lapsedLimits ?? []).filter {
            $0.cycle == entry.cycle && entry.number.number <= $0.lastEntry
        }.map(\.weeklyLimit.count)
        return ([(agreed ?? terms.weeklyLimit).count] + lapsed).max() ?? 0
    }

    /// The hours of two grouped months expire with the second.
    private func expiry(of index: Int) -> Int {
        let group = (contract.groups ?? []).first { $0.first == index }
        return group.map { contract.account.closed.count > $0.second ? $0.second : index } ?? index
    }

    private func expired(with index: Int) -> Int {
        let closed = contract.account.closed[index]
        let given = Self.adjustments(contract).filter { adjustment in
            let carrier = contract.account.closed.first { closed in
                closed.statement?.adjustments.contains(adjustment) ?? false
            }
            return (adjustment.settledIn ?? adjustment.cycle) == index
                && (carrier.map { $0.cycle.index > index } ?? true)
        }
        return closed.expired.count - given.reduce(0) { $0 + $1.settled.count }
            - (settled[index] ?? 0)
    }

    /// Hours of the package go in order of work date, then of booking, soonest-expiring first.
    private mutating func handOut(_ all: [TimeEntry]) {
        guard let open = contract.account.open else { return }
        var own = open.granted.count
        var other = 0
        let group = (contract.groups ?? []).first { $0.contains(open.index) }
        if let group, group.first == open.index {
            other = contract.terms(ofCycle: group.second).included.count
        } else if let group {
            // What the first month left, with what voids have given back since.
            let first = contract.account.closed[group.first]
            let voided = Self.adjustments(contract).filter {
                $0.isVoid && $0.cycle == group.first && $0.settledIn == nil
            }
            other = first.cycle.granted.count - first.used.count
            other -= voided.reduce(0) { $0 + $1.settled.count }
            if other < 0 { (own, other) = (own + other, 0) }
        }
        let inOrder = all.filter { splits[$0.number] == nil }.sorted {
            ($0.date, $0.number) < ($1.date, $1.number)
        }
        for entry in inOrder {
            let isFirsts = entry.cycle != open.index
            let isOtherFirst = group?.second == open.index
            let allowance = allowances[entry.number] ?? 0
            let fromOther =
                isOtherFirst ? min(allowance, other) : max(0, min(allowance - own, other))
            let fromOwn = min(allowance - fromOther, max(0, own))
            (own, other) = (own - fromOwn, other - fromOther)
            let extra = entry.billed.count - fromOwn - fromOther
            splits[entry.number] =
                isFirsts ? [fromOther, fromOwn, extra] : [fromOwn, fromOther, extra]
        }
        left = own + other
    }

    /// In what the model's coverage says otherwise; nil for nothing.
    static func violation(_ contract: Contract, _ state: State) -> String? {
        let model = Coverage(of: contract)
        let slow = SlowCoverage(contract, state)
        for split in model.splits + model.late {
            let figures = [split.package.count, split.grouped.count, split.extra.count]
            guard let expected = slow.splits[split.entry], figures != expected else { continue }
            return "entry \(split.entry) has \(figures), by hand \(expected)"
        }
        guard contract.account.open != nil, model.left.count != slow.left else { return nil }
        return "\(model.left.count)m left, by hand \(slow.left)m"
    }
}
