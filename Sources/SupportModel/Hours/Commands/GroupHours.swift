/// Makes one pool of the hours of two adjacent cycles, by an account manager's agreement (R11).
package struct GroupHours: Command {
    /// The contract.
    package var contract: ContractReference
    /// The indexes of the two cycles, 0 for the contract's first; in any order.
    package var cycles: [Int]
    /// The account manager who agreed, and why.
    package var agreement: Agreement
    /// Hours that one week may draw, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    package init(
        contract: ContractReference, cycles: [Int], agreement: Agreement,
        weeklyLimit: Minutes? = nil
    ) {
        self.contract = contract
        self.cycles = cycles
        self.agreement = agreement
        self.weeklyLimit = weeklyLimit
    }

    /// One `HoursGrouped`, or what R11 has against it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        try found.expectNotEnded()
        _ = try state.manager(agreement.by)
        let reason = try BoundedText.line(agreement.reason, "the reason")
        let first = try firstCycle(found)
        try checkLimit(found, first)
        let grouped = HoursGrouped(
            contract: found.number, first: first,
            agreement: Agreement(by: agreement.by, reason: reason), weeklyLimit: weeklyLimit)
        return try state.telling([Event(grouped)], of: found.number, context)
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }

    private func firstCycle(_ found: Contract) throws(Refusal) -> Int {
        let sorted = cycles.sorted()
        guard sorted.count == 2, let first = sorted.first, let second = sorted.last,
            (0..<Limits.contractMonthsMax).contains(first), second == first + 1
        else {
            throw .grouping(
                why: "two adjacent cycles are wanted, not \(Self.names(sorted))",
                wayOut: "name a cycle and the one after it, such as --cycles 2,3")
        }
        let next = found.account.closed.count
        guard first >= next else {
            throw .grouping(
                why: "cycle \(first + 1) has closed, and R10 leaves it as it is",
                wayOut: "group cycle \(next + 1), which is open, with the one after it")
        }
        guard found.comes(cycle: first + 1) else {
            let isOver = found.termination != nil
            throw .grouping(
                why: "contract \(found.number) ends with \(found.end.advanced(byDays: -1)), before "
                    + "cycle \(first + 2) would begin",
                wayOut: isOver ? "group earlier cycles" : "renew it first, or group earlier cycles")
        }
        if let other = found.groups?.first(where: { $0.contains(first) || $0.contains(first + 1) })
        {
            throw .grouping(
                why: "cycles \(other.first + 1) and \(other.second + 1) are grouped already",
                wayOut: "a cycle belongs to one group; to take that one back: "
                    + "supportc contract ungroup \(found.number) "
                    + "--cycles \(other.first + 1),\(other.second + 1)")
        }
        return first
    }

    /// `cycles 2 and 4`, counted from 1 as callers do; figures beyond any contract as they are.
    static func names(_ indexes: [Int]) -> String {
        let numbers = indexes.map { "\($0 < Int.max ? $0 + 1 : $0)" }
        return "\(numbers.count == 1 ? "cycle" : "cycles") \(numbers.joined(separator: " and "))"
    }

    private func checkLimit(_ found: Contract, _ first: Int) throws(Refusal) {
        guard let weeklyLimit else { return }
        let pool =
            found.terms(ofCycle: first).included + found.terms(ofCycle: first + 1).included
        guard weeklyLimit > .zero, weeklyLimit <= pool else {
            throw .invalid(
                what: "the weekly limit of \(weeklyLimit)",
                why: "is not within the \(pool) of the two cycles",
                wayOut: "give the hours that one week may draw, or leave it out to keep R9's")
        }
        var changed = found
        let group = HourGroup(
            first: first, agreement: agreement, at: .earliest, weeklyLimit: weeklyLimit)
        changed.groups = (found.groups ?? []) + [group]
        try changed.expectNoMoreExtra(than: found, what: "the weekly limit of \(weeklyLimit)")
    }
}
