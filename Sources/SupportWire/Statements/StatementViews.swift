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

    /// What callers see of an adjustment.
    package init(_ adjustment: Adjustment) {
        entry = adjustment.entry
        void = adjustment.isVoid
        cycle = adjustment.cycle + 1
        ticket = adjustment.ticket
        date = adjustment.date
        service = adjustment.service
        settled = adjustment.settled
        extra = adjustment.extra
        rate = adjustment.rate
        amount = adjustment.amount
        reason = adjustment.reason
    }
}

/// The extra hours of a cycle and what they cost, as a statement shows them (R8).
package struct StatementExtraView: View {
    /// How much.
    package var minutes: Minutes
    /// What an hour costs.
    package var rate: Money
    /// `minutes` at `rate`, rounded half up once, on the whole.
    package var amount: Money

    /// What callers see of extra hours.
    package init(_ extra: StatementExtra) {
        minutes = extra.minutes
        rate = extra.rate
        amount = extra.amount
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

    /// What callers see of a fee.
    package init(_ fee: StatementFee) {
        monthly = fee.monthly
        upgrades = fee.upgrades.map(UpgradeView.init)
        discountPercent = fee.discountPercent
        discount = fee.discount
        total = fee.total
    }
}

/// The grouping that a statement's cycle was part of, as the protocol shows it (R11).
package struct StatementGroupView: View {
    /// The numbers of the two cycles, in order.
    package var cycles: [Int]
    /// The account manager who agreed.
    package var agreedBy: Name<Staff>
    /// Why.
    package var reason: String
    /// When.
    package var at: Instant
    /// What one week may draw, where the agreement says otherwise than R9; else missing.
    package var weeklyLimit: Minutes?

    /// What callers see of a grouping.
    package init(_ group: StatementGroup) {
        cycles = [group.first + 1, group.first + 2]
        agreedBy = group.agreement.by
        reason = group.agreement.reason
        at = group.at
        weeklyLimit = group.weeklyLimit
    }
}
