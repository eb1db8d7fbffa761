/// The effect of a change of a contract, or of one of its entries, on the other work and on the
/// open statement: the difference of the account before and after it.
///
/// An entry of an earlier day is covered before the others (R8), a void returns hours and a week's
/// room (R9), a pool grows or shrinks (R11): each can turn other work into extra hours, or cover it
/// after all.
package struct AccountChange: Hashable, Sendable {
    /// By how much the extra hours of other entries grow; less than 0 where they are covered now.
    package private(set) var others: Minutes = .zero
    /// The price of `others`; less than 0 for what is no longer owed.
    package private(set) var othersAmount: Money
    /// The index of the cycle whose statement it is; nil where no cycle is open, or another one than
    /// before.
    package private(set) var cycle: Int?
    /// The total of the open cycle's statement before: fee, extra hours and adjustments.
    package private(set) var dueBefore: Money
    /// The total afterwards.
    package private(set) var dueAfter: Money

    /// - Parameters:
    ///   - coverage: that of the contract after the change.
    ///   - entries: those that were booked or voided; all more are the others.
    package init(
        from before: Contract, to after: Contract, _ coverage: Coverage,
        besides entries: [Identifier<TimeEntry>] = []
    ) {
        self.init(
            from: AccountFigures(before, Coverage(of: before), besides: entries),
            to: AccountFigures(after, coverage, besides: entries))
    }

    init(from before: AccountFigures, to after: AccountFigures) {
        others = after.others.minutes - before.others.minutes
        othersAmount = after.others.amount - before.others.amount
        dueBefore = before.due
        dueAfter = after.due
        cycle = after.cycle == before.cycle ? after.cycle : nil
    }
}

/// The figures of a contract's account at one moment.
struct AccountFigures: Sendable {
    fileprivate var others: ExtraOfOthers
    /// The total of the open cycle's statement: fee, extra hours and adjustments.
    fileprivate var due: Money
    /// The index of the open cycle; nil where none is open.
    fileprivate var cycle: Int?

    /// - Parameter entries: those that do not count among the others.
    init(
        _ contract: Contract, _ coverage: Coverage, besides entries: [Identifier<TimeEntry>] = []
    ) {
        others = ExtraOfOthers(contract, coverage, besides: entries)
        due = contract.due(coverage)
        cycle = contract.account.open?.index
    }
}

/// The hours of a contract that a decision changes, for its answer, with the coverage computed
/// once.
package struct ChangedHours: Sendable {
    package let contract: Identifier<Contract>
    /// The day of the decision in the contract's zone.
    package let today: CivilDate
    /// How the entries are covered once the events are applied.
    package private(set) var coverage: Coverage
    /// The notices that the events make due.
    package private(set) var notices: [HoursNotified]
    /// The account's figures before.
    private let before: AccountFigures
    /// The entries that are booked or voided.
    private var entries: [Identifier<TimeEntry>]

    init(
        _ contract: Identifier<Contract>, today: CivilDate, from before: AccountFigures,
        to coverage: Coverage, notices: [HoursNotified], entries: [Identifier<TimeEntry>] = []
    ) {
        (self.contract, self.today, self.before) = (contract, today, before)
        (self.coverage, self.notices, self.entries) = (coverage, notices, entries)
    }

    /// The effect of the decision on other work and on the open statement.
    ///
    /// - Parameter after: the contract once the events are applied.
    package func change(to after: Contract) -> AccountChange {
        AccountChange(
            from: before, to: AccountFigures(after, coverage, besides: entries))
    }

    /// The hours of a contract of which nothing has changed yet.
    init(of contract: Contract, today: CivilDate) {
        let coverage = Coverage(of: contract)
        self.init(
            contract.number, today: today, from: AccountFigures(contract, coverage), to: coverage,
            notices: [])
    }

    /// The same hours with other numbers for the entries.
    func renumbered(_ numbers: Renumbering<TimeEntry>) -> ChangedHours {
        var hours = self
        hours.coverage.renumber(numbers)
        hours.entries = entries.map { numbers($0) }
        return hours
    }

    /// Adds a booking of the same record, and gives the notices that it makes due.
    ///
    /// - Parameter before: the contract as the bookings before it leave it.
    mutating func add(_ entry: TimeEntry, to before: Contract) -> [HoursNotified] {
        coverage.add(entry, to: before)
        entries.append(entry.number)
        let due = before.notices(coverage, today: today)
        notices += due
        return due
    }

    /// The same hours when another entry of the same record takes the place of a voided one: the
    /// notices that the void alone would make due are left out.
    func replaced(by next: ChangedHours) -> ChangedHours {
        ChangedHours(
            contract, today: next.today, from: before, to: next.coverage, notices: next.notices,
            entries: entries + next.entries)
    }
}

extension State {
    /// The events of a decision that changes a contract's hours, followed by the notices that they
    /// make due, and the hours for the answer.
    ///
    /// - Parameters:
    ///   - found: the contract before it.
    ///   - voided: the entry that is voided, if one is.
    ///   - notifies: false where the events end the contract and nothing becomes due.
    func changingHours(
        of found: Contract, by events: [Event], voided: Identifier<TimeEntry>? = nil,
        notifies: Bool = true, _ context: Context
    ) throws(Refusal) -> (hours: ChangedHours, events: [Event]) {
        let entries = voided.map { [$0] } ?? []
        let before = AccountFigures(found, Coverage(of: found), besides: entries)
        let after = after(events, context)
        let contract = after.contracts[found.number] ?? found
        let coverage = Coverage(of: contract)
        let notices =
            notifies ? try after.notices(of: contract, coverage, at: context.now, context) : []
        let hours = ChangedHours(
            found.number,
            today: try context.zone(found.zone).date(at: believed(context.now)),
            from: before, to: coverage, notices: notices, entries: entries)
        return (hours, events + notices.map { Event($0) })
    }

    /// The hours of a contract for the answer to a command that changes nothing.
    func unchangedHours(
        of found: Contract, _ context: Context
    ) throws(Refusal) -> ChangedHours {
        try changingHours(of: found, by: [], notifies: false, context).hours
    }
}

/// The extra hours of a contract's open account without some entries.
private struct ExtraOfOthers: Sendable {
    var minutes: Minutes
    /// The price: entries of the open cycle are priced together, late ones each separately, as on
    /// the statement.
    var amount: Money

    init(_ contract: Contract, _ coverage: Coverage, besides entries: [Identifier<TimeEntry>]) {
        let extra = coverage.extra - coverage.extra(of: entries)
        minutes = extra
        amount = contract.terms.extraRate.forWork(extra)
        for (entry, split) in zip(contract.account.late ?? [], coverage.late)
        where !entries.contains(entry.number) {
            minutes += split.extra
            amount =
                amount
                + contract.terms(whenInCycle: entry.cycle ?? 0).extraRate.forWork(split.extra)
        }
    }
}

extension Coverage {
    /// The extra hours of some entries of the open cycle.
    fileprivate func extra(of entries: [Identifier<TimeEntry>]) -> Minutes {
        entries.reduce(.zero) { sum, number in
            // The booked entry is usually the last one.
            sum + (splits.last { $0.entry == number }?.extra ?? .zero)
        }
    }
}

extension Contract {
    /// The total of the open cycle's statement; only adjustments where no cycle is open.
    fileprivate func due(_ coverage: Coverage) -> Money {
        let nothing = Money(minorUnits: 0, currency: terms.extraRate.currency)
        let fee = account.open.map { StatementFee(terms, $0).total } ?? nothing
        let extra = terms.extraRate.forWork(coverage.extra)
        return adjustments(coverage).reduce(fee + extra) { $0 + $1.amount }
    }
}
