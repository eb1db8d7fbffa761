/// Takes a booking back. Its hours return to the open cycle; an entry of a closed one stays.
package struct VoidTime: Command {
    package var entry: Identifier<TimeEntry>
    package var reason: String

    package init(entry: Identifier<TimeEntry>, reason: String) {
        self.entry = entry
        self.reason = reason
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.entry(entry)
        if let void = found.void { throw .alreadyVoided(entry, void) }
        if let number = found.contract, let contract = state.contracts[number],
            let cycle = found.cycle, contract.account.open?.index != cycle,
            let closed = contract.account.closed.first(where: { $0.cycle.index == cycle })
        {
            throw .cycleClosed(found.date, cycle: cycle, closedAt: closed.closedAt)
        }
        let reason = try BoundedText.line(reason, "the reason")
        return [Event(TimeVoided(entry: entry, reason: reason))]
    }

    package func version(in state: State) -> UInt64? { state.entries[entry]?.version }
}
