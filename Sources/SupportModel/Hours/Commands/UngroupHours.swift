/// Revokes a grouping, while nothing beyond the first cycle's own hours has been drawn (R11).
package struct UngroupHours: Command {
    /// The contract.
    package var contract: ContractReference
    /// The indexes of the two cycles; nil where the contract has just one group to come.
    package var cycles: [Int]?
    /// Why, in one line.
    package var reason: String?

    package init(contract: ContractReference, cycles: [Int]? = nil, reason: String? = nil) {
        self.contract = contract
        self.cycles = cycles
        self.reason = reason
    }

    /// One `HoursUngrouped`, or what R11 has against it.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectTrustedClock(context.now)
        let found = try state.contract(contract, at: context.now)
        if let reason { _ = try BoundedText.line(reason, "the reason") }
        let group = try group(of: found)
        let next = found.account.closed.count
        guard group.first >= next else {
            throw .grouping(
                why: "cycle \(group.first + 1) has closed, and R10 leaves its statement as it is, "
                    + "which shows the group",
                wayOut: "its hours expire with cycle \(group.second + 1)")
        }
        if group.first == found.account.open?.index {
            let coverage = Coverage(of: found)
            var changed = found
            changed.groups = found.groups?.filter { $0 != group }
            let extra = Coverage(of: changed).extra - coverage.extra
            guard extra <= .zero else {
                throw .groupDrawn(
                    what: "ungrouping them", used: coverage.used, own: coverage.pool.granted,
                    extra: extra)
            }
        }
        let ungrouped = HoursUngrouped(
            contract: found.number, first: group.first, reason: reason)
        return try state.telling([Event(ungrouped)], of: found.number, context)
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }

    private func group(of found: Contract) throws(Refusal) -> HourGroup {
        let next = found.account.closed.count
        let groups = found.groups ?? []
        if let cycles {
            let first = cycles.min() ?? 0
            guard cycles.count == 2, let group = groups.first(where: { $0.first == first }),
                cycles.max() == group.second
            else {
                throw .grouping(
                    why: "there is no group of \(GroupHours.names(cycles.sorted()))",
                    wayOut: "supportc contract show \(found.number) lists the groups")
            }
            return group
        }
        let live = groups.filter { $0.second >= next }
        guard let group = live.first, live.count == 1 else {
            throw .grouping(
                why: live.isEmpty
                    ? "contract \(found.number) has no grouped cycles"
                    : "contract \(found.number) has \(live.count) groups",
                wayOut: live.isEmpty ? "nothing needs to be revoked" : "name one with --cycles")
        }
        return group
    }
}
