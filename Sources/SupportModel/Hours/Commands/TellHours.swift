/// Tells what has become due of a contract's hours by the passing of time: hours that the weekly
/// limit no longer lets through before they expire (R9, R12).
package struct TellHours: Command {
    /// The contract to look at.
    package var contract: Identifier<Contract>
    /// The moment that is looked at, not later than now: a Monday that passed while the desk was off
    /// or its clock was moved; nil: now.
    package var at: Instant?

    package init(contract: Identifier<Contract>, at: Instant? = nil) {
        self.contract = contract
        self.at = at
    }

    /// One `HoursTold` for each notice that is due and was not told in this cycle; nothing for a
    /// moment outside of the open cycle, for a contract that rests and nobody knows until when, and
    /// while the clock is in doubt.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.clockDoubt == nil else { return [] }
        let moment = min(at ?? context.now, context.now)
        guard let contract = state.contracts[contract], let open = contract.account.open,
            open.start <= moment, moment < open.end
        else { return [] }
        let today = try context.zone(contract.zone).date(at: moment)
        return contract.notices(Coverage(of: contract), today: today).map {
            var told = $0
            told.at = moment
            return Event(told)
        }
    }
}

extension State {
    /// Events, and what they make due to be told of a contract's hours: it is told in the record that
    /// made it due, and not only as the next week begins.
    ///
    /// - Parameter moment: when they take effect, where that is not now.
    func telling(
        _ events: [Event], of contract: Identifier<Contract>, _ context: Context,
        at moment: Instant? = nil
    ) throws(Refusal) -> [Event] {
        var after = self
        let stamp = Stamp(sequence: sequence + 1, at: context.now, by: context.by)
        after.apply(Record(stamp: stamp, events: events))
        return events + (try TellHours(contract: contract, at: moment).decide(after, context))
    }
}
