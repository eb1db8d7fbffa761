package import SupportModel

/// What a statement carries for an earlier cycle, as the protocol shows it. Amounts of work are
/// minutes, and those of a void negative.
package struct AdjustmentView: View {
    /// The entry that was booked late or voided.
    package var entry: Identifier<TimeEntry>
    /// True for a void, false for a late entry.
    package var void: Bool
    /// The number of the earlier cycle.
    package var cycle: Int
    /// The ticket of the work.
    package var ticket: Identifier<Ticket>
    /// The day of the work.
    package var date: CivilDate
    /// What kind of work it was.
    package var service: Name<Service>
    /// Settled against the hours that had expired with that cycle.
    package var settled: Minutes
    /// Billed beyond them.
    package var extra: Minutes
    /// What an extra hour cost in that cycle.
    package var rate: Money
    /// What the extra minutes cost, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// Why it came late, or why it was voided.
    package var reason: String
}

extension AdjustmentView {
    /// What callers see of an adjustment.
    package init(_ adjustment: Adjustment) {
        self.init(
            entry: adjustment.entry, void: adjustment.isVoid, cycle: adjustment.cycle + 1,
            ticket: adjustment.ticket, date: adjustment.date, service: adjustment.service,
            settled: adjustment.settled, extra: adjustment.extra, rate: adjustment.rate,
            amount: adjustment.amount, reason: adjustment.reason)
    }
}

/// What a cycle costs before extra hours, as the protocol shows it.
package struct StatementFeeView: View {
    /// The package's monthly fee at the beginning of the cycle.
    package var monthly: Money
    /// The prorated differences of upgrades, in order.
    package var upgrades: [UpgradeView]
    /// Off the fee and nothing else, in percent (R5).
    package var discountPercent: Int
    /// What that takes off the sum of the above, rounded half up once.
    package var discount: Money
    /// What is left to pay.
    package var total: Money
}

extension StatementFeeView {
    /// What callers see of a fee.
    package init(_ fee: StatementFee) {
        self.init(
            monthly: fee.monthly, upgrades: fee.upgrades.map(UpgradeView.init),
            discountPercent: fee.discountPercent, discount: fee.discount, total: fee.total)
    }
}

/// An upgrade in the course of a cycle, as the protocol shows it.
package struct UpgradeView: View {
    /// The first day that it was paid for.
    package var on: CivilDate
    /// The title of the package that was taken.
    package var title: String
    /// The monthly fee before.
    package var feeBefore: Money?
    /// Days that were left of the cycle, that day included.
    package var days: Int
    /// Days that the cycle has.
    package var daysOfCycle: Int
    /// The hours that it granted: the difference, prorated, rounded half up to the minute.
    package var minutes: Minutes
    /// What it costs: the difference, prorated, rounded to the minor unit and at a half away
    /// from zero; negative where the package with more hours costs less.
    package var fee: Money?
}

extension UpgradeView {
    /// What callers see of an upgrade.
    package init(_ grant: UpgradeGrant) {
        self.init(
            on: grant.on, title: grant.title, feeBefore: grant.feeBefore, days: grant.days,
            daysOfCycle: grant.daysOfCycle, minutes: grant.minutes, fee: grant.fee)
    }
}
