/// Two adjacent cycles whose hours form one pool, from the start of the first to the end of the
/// second (R11).
package struct HourGroup: Hashable, Sendable, Codable {
    /// The index of the first of the two cycles.
    package var first: Int
    /// The agreement of the account manager, with its reason.
    package var agreement: Agreement
    /// When it was agreed.
    package var at: Instant
    /// The weekly limit of the two cycles, where the agreement differs from R9.
    package var weeklyLimit: Minutes?

    /// The index of the second of the two cycles.
    package var second: Int { first + 1 }

    /// Whether a cycle is one of the two.
    package func contains(_ index: Int) -> Bool { index == first || index == second }
}

/// Makes one pool of the hours of two adjacent cycles, by an account manager's agreement (R11).
package struct GroupHours: ContractCommand, Codable {
    package var contract: ContractReference
    /// The numbers of the two cycles, 1 for the contract's first; in any order.
    package var cycles: [Int]
    /// The account manager who agreed; nil: the caller. Only an operator may name another.
    package var agreedBy: Name<Staff>?
    /// The reason in one line.
    package var reason: String
    /// The weekly limit, where the agreement differs from R9.
    package var weeklyLimit: Minutes?

    /// The result of the command.
    package struct Made: Sendable {
        package let hours: ChangedHours
        package let group: HourGroup
    }

    package init(
        contract: ContractReference, cycles: [Int], agreedBy: Name<Staff>? = nil, reason: String,
        weeklyLimit: Minutes? = nil
    ) {
        (self.contract, self.cycles, self.agreedBy) = (contract, cycles, agreedBy)
        (self.reason, self.weeklyLimit) = (reason, weeklyLimit)
    }

    /// One `HoursGrouped`; refused where R11 does not allow it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contractToChange(contract, at: context.now)
        let manager = try context.agreer(agreedBy, in: state)
        let agreement = Agreement(by: manager, reason: try BoundedText.line(reason, .reason))
        let first = try firstCycle(found)
        try checkLimit(found, first, agreement)
        let grouped = HoursGrouped(
            contract: found.number, first: first, agreement: agreement, weeklyLimit: weeklyLimit)
        let (hours, events) = try state.changingHours(of: found, by: [Event(grouped)], context)
        return Decision(Made(hours: hours, group: grouped.group(at: context.now)), events)
    }

    private func firstCycle(_ found: Contract) throws(Refusal) -> Int {
        let sorted = cycles.cycleIndexes
        guard sorted.count == 2, let first = sorted.first, let second = sorted.last,
            (0..<Limits.contractMonthsMax).contains(first), second == first + 1
        else {
            throw .grouping(.notAdjacent(sorted))
        }
        let next = found.account.closed.count
        guard first >= next else {
            throw .grouping(.closed(first, next: next))
        }
        guard found.comes(cycle: first + 1) else {
            throw .grouping(
                .beyondTheEnd(
                    found.number, second: first + 1, lastDay: found.end.advanced(byDays: -1),
                    isTerminated: found.termination != nil))
        }
        if let other = found.groups?.first(where: { $0.contains(first) || $0.contains(first + 1) })
        {
            throw .grouping(
                .grouped(found.number, first: other.first, second: other.second))
        }
        return first
    }

    private func checkLimit(
        _ found: Contract, _ first: Int, _ agreement: Agreement
    ) throws(Refusal) {
        guard let weeklyLimit else { return }
        let pool =
            found.terms(ofCycle: first).included + found.terms(ofCycle: first + 1).included
        guard weeklyLimit > .zero, weeklyLimit <= pool else {
            throw .invalid(.weeklyLimit, .work(.weeklyLimit(weeklyLimit, pool: pool)))
        }
        var changed = found
        let group = HourGroup(
            first: first, agreement: agreement, at: .earliest, weeklyLimit: weeklyLimit)
        changed.groups = (found.groups ?? []) + [group]
        try changed.expectNoMoreExtra(than: found, .weeklyLimit(weeklyLimit))
    }
}

extension [Int] {
    /// The indexes of cycles that are counted from 1, in order; a number below 1 gives one that no
    /// cycle has.
    fileprivate var cycleIndexes: [Int] { map { Swift.max($0, 0) - 1 }.sorted() }
}

/// Revokes a grouping, while nothing beyond the first cycle's own hours has been drawn (R11).
package struct UngroupHours: ContractCommand, Codable {
    package var contract: ContractReference
    /// The numbers of the two cycles, 1 for the contract's first; nil: those of the only group whose
    /// second cycle has not closed.
    package var cycles: [Int]?
    /// The reason in one line.
    package var reason: String?

    /// The result of the command.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The index of the first of the two cycles.
        package let first: Int
    }

    package init(contract: ContractReference, cycles: [Int]? = nil, reason: String? = nil) {
        (self.contract, self.cycles, self.reason) = (contract, cycles, reason)
    }

    /// One `HoursUngrouped`; refused where R11 does not allow it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        if let reason { _ = try BoundedText.line(reason, .reason) }
        let group = try group(of: found)
        let next = found.account.closed.count
        guard group.first >= next else {
            throw .grouping(.shown(first: group.first, second: group.second))
        }
        if group.first == found.account.open?.index {
            let coverage = Coverage(of: found)
            var changed = found
            changed.groups = found.groups?.filter { $0 != group }
            let extra = Coverage(of: changed).extra - coverage.extra
            guard extra <= .zero else {
                throw .groupDrawn(
                    .ungrouping, used: coverage.used, own: coverage.pool.granted,
                    extra: extra)
            }
        }
        let ungrouped = HoursUngrouped(
            contract: found.number, first: group.first, reason: reason)
        let (hours, events) = try state.changingHours(of: found, by: [Event(ungrouped)], context)
        return Decision(Made(hours: hours, first: group.first), events)
    }

    private func group(of found: Contract) throws(Refusal) -> HourGroup {
        let next = found.account.closed.count
        let groups = found.groups ?? []
        if let indexes = cycles?.cycleIndexes {
            guard indexes.count == 2, let group = groups.first(where: { $0.first == indexes[0] }),
                indexes[1] == group.second
            else {
                throw .grouping(.unknown(found.number, indexes))
            }
            return group
        }
        let live = groups.filter { $0.second >= next }
        guard let group = live.first, live.count == 1 else {
            throw .grouping(
                live.isEmpty ? .none(found.number) : .several(found.number, live.count))
        }
        return group
    }
}

/// An account manager agreed that the hours of two months form one pool (R11).
package struct HoursGrouped: DeskEvent {
    package static let type = "hours.grouped"
    var contract: Identifier<Contract>
    /// The index of the first of the two cycles.
    package var first: Int
    var agreement: Agreement
    /// The weekly limit, where the agreement differs from R9.
    var weeklyLimit: Minutes?

    func group(at now: Instant) -> HourGroup {
        HourGroup(first: first, agreement: agreement, at: now, weeklyLimit: weeklyLimit)
    }

    /// Adds the group.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) { changed in
            let groups = (changed.groups ?? []) + [group(at: stamp.at)]
            changed.groups = groups.sorted { $0.first < $1.first }
        }
    }

    /// `contract 3: cycles 2 and 3 grouped, agreed by olena: the relaunch`.
    package var summary: String {
        "contract \(contract): cycles \(first + 1) and \(first + 2) grouped, agreed by "
            + "\(agreement.by): \(agreement.reason)"
    }
}

/// A grouping of hours was revoked before any of its hours were drawn (R11).
package struct HoursUngrouped: DeskEvent {
    package static let type = "hours.ungrouped"
    var contract: Identifier<Contract>
    /// The index of the first of the two cycles.
    package var first: Int
    /// The reason in one line; nil if not given.
    var reason: String?

    /// Removes the group.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) { changed in
            let groups = changed.groups?.filter { $0.first != first }
            changed.groups = groups?.isEmpty ?? true ? nil : groups
        }
    }

    /// `contract 3: cycles 2 and 3 no longer grouped`.
    package var summary: String {
        "contract \(contract): cycles \(first + 1) and \(first + 2) no longer grouped"
            + (reason.map { ": \($0)" } ?? "")
    }
}
