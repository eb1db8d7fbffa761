/// What a change of a contract, or of one of its entries, does to the other work and to the open
/// statement: the difference of the account before and after it.
///
/// An entry of an earlier day is covered before the others (R8), a void gives hours and a week's room
/// back (R9), a pool grows or shrinks (R11): each can turn other work into extra hours, or cover it.
package struct AccountChange: Hashable, Sendable {
    /// By how much the extra hours of other entries grow; less than 0 where they are covered now.
    package private(set) var others: Minutes = .zero
    /// What that costs; less than 0 for what is no longer owed.
    package private(set) var othersAmount: Money
    /// The index of the cycle whose statement it is; nil where no cycle is open, or another one than
    /// before.
    package private(set) var cycle: Int?
    /// What the statement of the open cycle came to before: fee, extra hours and adjustments.
    package private(set) var dueBefore: Money
    /// What it comes to afterwards.
    package private(set) var dueAfter: Money

    /// - Parameters:
    ///   - coverage: that of the contract after the change.
    ///   - entries: those that were booked or voided, which are not the others.
    package init(
        from before: Contract, to after: Contract, _ coverage: Coverage,
        besides entries: [Identifier<TimeEntry>] = []
    ) {
        let new = ExtraOfOthers(after, coverage, besides: entries)
        let covered = Coverage(of: before)
        let old = ExtraOfOthers(before, covered, besides: entries)
        others = new.minutes - old.minutes
        othersAmount = new.amount - old.amount
        dueBefore = before.due(covered)
        dueAfter = after.due(coverage)
        cycle = after.account.open.flatMap { open in
            open.index == before.account.open?.index ? open.index : nil
        }
    }

    /// What entries do that were booked and nothing else: the account before them is the account
    /// without them.
    package init(
        adding entries: [Identifier<TimeEntry>], to after: Contract, _ coverage: Coverage
    ) {
        let last = after.account.entries.last.map { [$0.number] }
        guard entries == last, after.account.late == nil else {
            var before = after
            for entry in entries { before.account.remove(entry) }
            self.init(from: before, to: after, coverage, besides: entries)
            return
        }
        // What comes last in both orders takes nothing from anybody.
        self.init(
            others: .zero,
            othersAmount: Money(minorUnits: 0, currency: after.terms.extraRate.currency),
            cycle: after.account.open?.index,
            dueBefore: after.due(coverage, without: entries), dueAfter: after.due(coverage))
    }

    private init(
        others: Minutes, othersAmount: Money, cycle: Int?, dueBefore: Money, dueAfter: Money
    ) {
        self.others = others
        self.othersAmount = othersAmount
        self.cycle = cycle
        self.dueBefore = dueBefore
        self.dueAfter = dueAfter
    }
}

/// The extra hours of a contract's open account, some entries left out.
private struct ExtraOfOthers {
    var minutes: Minutes
    /// Those of the open cycle are priced together, late ones each by itself, as on the statement.
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
    /// What some entries of the open cycle take beyond the package.
    fileprivate func extra(of entries: [Identifier<TimeEntry>]) -> Minutes {
        entries.reduce(.zero) { sum, number in
            // The entry that was booked is the last one more often than not.
            sum + (splits.last { $0.entry == number }?.extra ?? .zero)
        }
    }
}

extension Contract {
    /// What the open cycle's statement comes to; nothing but adjustments where no cycle is open.
    fileprivate func due(
        _ coverage: Coverage, without entries: [Identifier<TimeEntry>] = []
    ) -> Money {
        let nothing = Money(minorUnits: 0, currency: terms.extraRate.currency)
        let fee = account.open.map { StatementFee(terms, $0).total } ?? nothing
        let extra = terms.extraRate.forWork(coverage.extra - coverage.extra(of: entries))
        return adjustments(coverage).reduce(fee + extra) { $0 + $1.amount }
    }
}
