package import SupportModel

/// What a statement carries for an earlier cycle, as the protocol shows it. Amounts of work are
/// minutes, and those of a void negative.
package struct AdjustmentView: Codable, Hashable, Sendable {
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
