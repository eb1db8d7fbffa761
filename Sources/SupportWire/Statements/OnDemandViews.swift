package import SupportModel

/// What a statement for work on demand carries for an earlier month. The figures of a void are
/// negative.
package struct OnDemandAdjustmentView: View {
    /// The entry that was booked late or voided.
    package var entry: Identifier<TimeEntry>
    /// True for a void, false for a late entry.
    package var void: Bool
    /// The month of the work.
    package var month: CivilMonth
    /// The ticket of the work.
    package var ticket: Identifier<Ticket>
    /// The day of the work.
    package var date: CivilDate
    /// What kind of work it was.
    package var service: Name<Service>
    /// How much is billed, or given back.
    package var minutes: Minutes
    /// What an hour cost when it was booked.
    package var rate: Money
    /// What that comes to, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// Why it came late, or why it was voided.
    package var reason: String
}

extension OnDemandAdjustmentView {
    /// What callers see of an adjustment.
    package init(_ adjustment: OnDemandAdjustment) {
        self.init(
            entry: adjustment.entry, void: adjustment.isVoid, month: adjustment.month,
            ticket: adjustment.ticket, date: adjustment.date, service: adjustment.service,
            minutes: adjustment.minutes, rate: adjustment.rate, amount: adjustment.amount,
            reason: adjustment.reason)
    }
}

/// What a client's open statement for work on demand comes to, before and after a change: one amount
/// for each currency, and at least one.
package struct OnDemandDueView: View {
    /// Who pays.
    package var client: Name<Client>
    /// The month whose statement it is.
    package var month: CivilMonth
    /// What it came to before.
    package var before: [Money]
    /// What it comes to.
    package var after: [Money]
    /// The earlier month of what came late, whose own statement stays as it is; missing where nothing
    /// did.
    package var adjusts: CivilMonth?
}

extension OnDemandDueView {
    /// What callers see of a change, with what the statement comes to.
    package init(_ change: OnDemandChange, before: [Money], after: [Money]) {
        self.init(
            client: change.client, month: change.month, before: before, after: after,
            adjusts: change.adjusts)
    }
}

/// A month of work on demand that a client has a statement for.
package struct OnDemandMonthView: View {
    /// Which month.
    package var month: CivilMonth
    /// Whether it has closed.
    package var final: Bool
    /// What its statement comes to: one amount for each currency, and at least one.
    package var total: [Money]

    package init(month: CivilMonth, final: Bool, total: [Money]) {
        (self.month, self.final, self.total) = (month, final, total)
    }
}
