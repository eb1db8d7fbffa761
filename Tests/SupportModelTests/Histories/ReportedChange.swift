import SupportModel
import SupportTestKit

/// What a change of a contract is said to do to other work and to the open statement, held against
/// the splits of every entry and the statements themselves.
struct ReportedChange {
    private let before: Contract
    private let after: Contract
    private let change: AccountChange
    private let statements: (before: Statement?, after: Statement?)
    /// What the decision said of the hours; nil where the step was no command that says it.
    private let hours: ChangedHours?
    /// Entries that were booked or voided by the change itself.
    private let own: [Identifier<TimeEntry>]

    init(before: DeskFixture, after: DeskFixture, _ old: Contract, _ new: Contract) {
        self.before = old
        self.after = new
        own = after.state.entries.values.filter { entry in
            entry.contract == new.number
                && before.state.entries[entry.number]?.isLive != entry.isLive
        }.map(\.number)
        let isOne = before.state.sequence + 1 == after.state.sequence
        hours = after.lastHours.flatMap { isOne && $0.contract == new.number ? $0 : nil }
        change = AccountChange(from: old, to: new, Coverage(of: new), besides: own)
        statements = (Self.statement(old, before), Self.statement(new, after))
    }

    /// One for each contract that a step changed without closing a cycle.
    static func all(before: DeskFixture, after: DeskFixture) -> [ReportedChange] {
        before.state.contracts.compactMap { number, old in
            guard let new = after.state.contracts[number], new != old,
                new.account.closed.count == old.account.closed.count
            else { return nil }
            return ReportedChange(before: before, after: after, old, new)
        }
    }

    var isMoved: Bool { change.dueBefore != change.dueAfter }
    var isOthers: Bool { change.others != .zero }
    var isDecided: Bool { hours != nil }

    /// What is said wrongly; nil for nothing.
    var violation: String? {
        if change.cycle != nil {
            if change.dueBefore != statements.before?.total { return "the statement before" }
            if change.dueAfter != statements.after?.total { return "the statement after" }
        }
        if let hours, hours.change(to: after) != change { return "the change that was decided" }
        if let hours, !Self.isSame(hours.coverage, Coverage(of: after)) {
            return "the coverage that was decided"
        }
        let (old, new) = (extras(before), extras(after))
        let sum = new.reduce(0) { $0 + $1.value } - old.reduce(0) { $0 + $1.value }
        return change.others.count == sum ? nil : "others: reported \(change.others), are \(sum)m"
    }

    private static func isSame(_ one: Coverage, _ other: Coverage) -> Bool {
        one.splits == other.splits && one.late == other.late && one.pool == other.pool
            && one.used == other.used && one.extra == other.extra && one.weeks == other.weeks
    }

    private func extras(_ contract: Contract) -> [Identifier<TimeEntry>: Int] {
        let coverage = Coverage(of: contract)
        var extras: [Identifier<TimeEntry>: Int] = [:]
        for split in coverage.splits + coverage.late where !own.contains(split.entry) {
            extras[split.entry] = split.extra.count
        }
        return extras
    }

    private static func statement(_ contract: Contract, _ desk: DeskFixture) -> Statement? {
        contract.account.open.map {
            desk.state.statement(of: contract, $0, Coverage(of: contract), titles: [:])
        }
    }
}
