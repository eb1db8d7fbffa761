package import SupportModel

/// A cycle that closes as soon as its contract is signed, because it is over by then (R10).
package struct ClosingView: View {
    /// 1 for the first.
    package var cycle: Int
    /// The first day, in the contract's zone.
    package var from: CivilDate
    /// The day after the last one, in the contract's zone.
    package var to: CivilDate
    /// What expires with it, in minutes.
    package var expired: Minutes
    /// What its final statement bills; missing where there is none.
    package var total: Money?

    /// What callers see of such a cycle.
    package init(_ closed: ClosedCycle) {
        cycle = closed.cycle.index + 1
        from = closed.cycle.from
        to = closed.cycle.to
        expired = closed.expired
        total = closed.statement?.total
    }
}

/// A cycle of a contract as the protocol shows it. Amounts of work are minutes.
package struct CycleView: View {
    /// 1 for the first.
    package var cycle: Int
    /// The first day, in the contract's zone.
    package var from: CivilDate
    /// The day after the last one, in the contract's zone.
    package var to: CivilDate
    /// When it began or begins: local midnight of `from`.
    package var start: Instant
    /// When it ends and what is unused expires: local midnight of `to`.
    package var end: Instant
    /// What the cycle grants.
    package var granted: Minutes
    /// What upgrades granted in its course, which `granted` holds too; missing for none (R1).
    package var upgrades: [UpgradeView]?
    /// True while the contract rests in it: then `to` and `end` move by the days that are suspended.
    package var held: Bool?
    /// What grouping gave it, less what it took; missing where there is none (R11).
    package var grouped: Minutes?
    /// What its entries drew from the package; missing while the cycle is open.
    package var used: Minutes?
    /// What its entries drew beyond the package (R8); missing while the cycle is open.
    package var extra: Minutes?
    /// What was granted and never drawn (R10); missing while the cycle is open.
    package var expired: Minutes?
    /// The boundary at which it closed, not the time at which the desk came to it; missing while
    /// the cycle is open.
    package var closedAt: Instant?

    /// An open cycle, whose outcome is not known yet.
    package init(_ cycle: Cycle) {
        self.cycle = cycle.index + 1
        from = cycle.from
        to = cycle.to
        start = cycle.start
        end = cycle.end
        granted = cycle.granted
        upgrades = cycle.upgrades?.map(UpgradeView.init)
    }

    /// The open cycle of a contract, with what grouping adds to it and whether it rests.
    init(open: Cycle, of contract: Contract) {
        self.init(open)
        held = contract.isHeld ? true : nil
        grouped = contract.group(ofCycle: open.index) == nil ? nil : contract.pool.grouped
    }

    /// A closed cycle with its final figures.
    package init(_ closed: ClosedCycle) {
        self.init(closed.cycle)
        (grouped, closedAt) = (closed.grouped, closed.closedAt)
        (used, extra, expired) = (closed.used, closed.extra, closed.expired)
    }
}

/// What is owed for a contract's open cycle as its statement stands.
package struct OwedView: View {
    /// The cycle, 1 for the contract's first.
    package var cycle: Int
    /// Its first day.
    package var from: CivilDate
    /// The day after its last one.
    package var to: CivilDate
    /// The monthly fee at the beginning of the cycle.
    package var monthlyFee: Money?
    /// What upgrades added to it; missing for none.
    package var upgrades: [UpgradeView]?
    /// Off the fee and nothing else, 0 to 100 (R5).
    package var discountPercent: Int
    /// What that takes off the fee and what upgrades added.
    package var discount: Money?
    /// The fee that is left.
    package var fee: Money?
    /// Extra hours, in minutes (R8).
    package var extra: Minutes
    /// What an extra hour costs.
    package var extraRate: Money?
    /// What they cost together.
    package var extraAmount: Money?
    /// How many late entries and late voids of earlier cycles it carries (R10).
    package var adjustments: Int
    /// What those cost together; negative for a credit.
    package var adjusted: Money?
    /// Fee, extra hours and adjustments.
    package var total: Money?
    /// What is left of the granted hours and expires with the cycle unless it is used, in minutes.
    package var expiring: Minutes
}

extension OwedView {
    /// What callers see of a statement that is not closed.
    package init(_ statement: Statement) {
        self.init(
            cycle: statement.cycle.index + 1, from: statement.cycle.from, to: statement.cycle.to,
            monthlyFee: statement.fee.monthly,
            upgrades: statement.fee.upgrades.isEmpty
                ? nil : statement.fee.upgrades.map(UpgradeView.init),
            discountPercent: statement.fee.discountPercent, discount: statement.fee.discount,
            fee: statement.fee.total, extra: statement.extra.minutes,
            extraRate: statement.extra.rate, extraAmount: statement.extra.amount,
            adjustments: statement.adjustments.count, adjusted: statement.adjusted,
            total: statement.total, expiring: max(.zero, statement.left))
    }
}
