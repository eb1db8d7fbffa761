/// Closes a contract's cycle once its end has come (R10). A late close gives the same result; a
/// second or early one does nothing.
package struct CloseCycle: Command {
    package var contract: Identifier<Contract>
    /// The index of the cycle, given explicitly so that no change of the clock can close a cycle
    /// twice.
    package var index: Int

    package init(contract: Identifier<Contract>, index: Int) {
        (self.contract, self.index) = (contract, index)
    }

    /// One `CycleClosed` at the boundary's own time, after a `ContractRenewed` where the term ends
    /// and the contract renews itself, and before the notices that the next cycle makes due as it
    /// begins; nothing for a cycle that is not open or not over.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard state.clockDoubt == nil else { return Decision([]) }
        guard var contract = state.contracts[contract], let open = contract.account.open,
            open.index == index, open.end <= context.now, !contract.isHeld
        else { return Decision([]) }
        let zone = try context.zone(contract.zone)
        var events: [Event] = []
        if let renewed = contract.renewingItself(context.catalogue) {
            events.append(Event(renewed))
            renewed.renew(&contract)
        }
        let titles = context.catalogue.serviceTitles
        let closed = contract.closing(open, in: state, titles: titles)
        let next = contract.cycle(after: open, in: zone)
        events.append(Event(CycleClosed(contract: contract.number, closed: closed, next: next)))
        guard let next else { return Decision(events) }
        let after = state.after(events, context)
        guard let begun = after.contracts[contract.number] else { return Decision(events) }
        let notices = try after.notices(
            of: begun, Coverage(of: begun), at: min(next.start, context.now), context)
        return Decision(events + notices.map { Event($0) })
    }
}

/// A cycle ended: its figures are final, its unused hours expired, and the next one was opened
/// (R10).
package struct CycleClosed: DeskEvent {
    package static let type = "cycle.closed"
    var contract: Identifier<Contract>
    /// The final figures of the ended cycle (R10).
    var closed: ClosedCycle
    /// The next cycle; nil after the last one of the term.
    var next: Cycle?

    /// Stores the closed cycle, removes its entries from the open account and opens the next cycle,
    /// on the terms planned for it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) {
            $0.account.close(closed)
            $0.open(next)
        }
    }

    /// `contract 3 cycle 1 closed at the end of 2026-11-30, UTC: 20h used, 0m extra, 20h expired`.
    package var summary: String {
        let end = closed.end(in: closed.statement?.zone)
        return "contract \(contract) cycle \(closed.cycle.index + 1) closed \(end): "
            + "\(closed.used) used, \(closed.extra) extra, \(closed.expired) expired"
    }
}

extension State {
    /// The events of closing what ends at a boundary; nil where nothing closes.
    fileprivate func events(closing boundary: Boundary, _ context: Context) -> [Event]? {
        func events(_ command: some Command) -> [Event]? {
            try? command.decide(self, context).events
        }
        guard let events = closing(boundary).flatMap({ events($0) }), !events.isEmpty else {
            return nil
        }
        return events
    }

    /// The cycles of a contract that are over at the context's time, as the desk closes them at once,
    /// in order (R10); none while the clock is in doubt.
    package func closings(
        of number: Identifier<Contract>, _ context: Context
    ) -> [ClosedCycle] {
        guard clockDoubt == nil else { return [] }
        let before = contracts[number]?.account.closed.count ?? 0
        var after = self
        while let boundary = after.contracts[number]?.boundary, boundary.at <= context.now,
            let events = after.events(closing: boundary, context)
        {
            after = after.after(events, context)
        }
        return Array((after.contracts[number]?.account.closed ?? []).dropFirst(before))
    }
}

/// The cycles that will close once the clock is confirmed, and the hours that expire with them
/// (R10), and the months of work on demand. Shown to an operator before the clock is confirmed.
package struct DueCycles: Hashable, Sendable {
    /// What closes of one contract.
    package struct Share: Hashable, Sendable, Codable {
        package var contract: Identifier<Contract>
        /// The contract's client.
        package var client: Name<Client>
        /// How many of its cycles close; 1 or more.
        package var closed: Int
        /// The hours that expire with them.
        package var expired: Minutes
    }

    /// In order of the contracts' numbers.
    package private(set) var shares: [Share] = []
    /// How many months of work on demand close (R4).
    package private(set) var months = 0

    /// Closes on a copy of the state what is due by the context's time, doubted or not.
    package init(_ state: State, _ context: Context) {
        var after = state
        after.clockDoubt = nil
        var stuck: Set<Boundary.Owner> = []
        var found: [Identifier<Contract>: Share] = [:]
        while let next = after.boundaries.due(at: context.now, except: stuck) {
            guard let events = after.events(closing: next, context) else {
                stuck.insert(next.owner)
                continue
            }
            months += events.count { $0.body is MonthClosed }
            for case let closing as CycleClosed in events.map(\.body) {
                guard let client = after.contracts[closing.contract]?.client else { continue }
                let none = Share(
                    contract: closing.contract, client: client, closed: 0, expired: .zero)
                found[closing.contract, default: none].closed += 1
                found[closing.contract, default: none].expired += closing.closed.expired
            }
            after = after.after(events, context)
        }
        shares = found.values.sorted { $0.contract < $1.contract }
    }

    /// How many cycles close.
    package var cycles: Int { shares.reduce(0) { $0 + $1.closed } }

    /// The hours that expire in total.
    package var expired: Minutes { shares.reduce(.zero) { $0 + $1.expired } }
}
