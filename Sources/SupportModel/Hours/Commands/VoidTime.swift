/// Takes a booking back. Its hours return to the open cycle; an entry of a closed one stays.
package struct VoidTime: Command {
    /// The booking to take back; refused when it is void already.
    package var entry: Identifier<TimeEntry>
    /// Why, in one line; it stays with the entry.
    package var reason: String

    package init(entry: Identifier<TimeEntry>, reason: String) {
        self.entry = entry
        self.reason = reason
    }

    /// One `TimeVoided`; an entry of a closed cycle is refused (R10).
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
        try state.expectTrustedClock(context.now)
        return [Event(TimeVoided(entry: entry, reason: reason))]
    }

    /// The version of the entry as it stands; nil when the desk has no such entry.
    package func version(in state: State) -> UInt64? { state.entries[entry]?.version }
}
