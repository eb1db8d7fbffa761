/// What a statement carries for an earlier cycle: a late entry, or a void after that cycle closed.
///
/// The closed cycle's own statement never changes (R10). Amounts of a void are negative.
package struct Adjustment: Hashable, Sendable, Codable {
    /// The entry that was booked late or voided.
    package var entry: Identifier<TimeEntry>
    /// True for a void, false for a late entry.
    package var isVoid: Bool
    /// The index of the earlier cycle.
    package var cycle: Int
    /// The index of the cycle whose expired hours it is settled against, where that is another one:
    /// the second of a group, with which the hours of both expired (R11); nil for `cycle`.
    package var settledIn: Int?
    /// The ticket of the work.
    package var ticket: Identifier<Ticket>
    /// The day of the work.
    package var date: CivilDate
    /// What kind of work it was.
    package var service: Name<Service>
    /// Settled against the hours that had expired with the cycle, or drawn from the pool that it
    /// shared with the cycle of the statement (R11).
    package var settled: Minutes
    /// What of `settled` came out of the hours of the statement's own cycle, grouped with the earlier
    /// one; nil for nothing.
    package var grouped: Minutes?
    /// Billed beyond them.
    package var extra: Minutes
    /// What an extra hour cost in that cycle.
    package var rate: Money
    /// What the extra minutes cost, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// Why it came late, or why it was voided.
    package var reason: String

    /// What it changes of the cycle's expired hours.
    var settlement: Settlement {
        Settlement(
            cycle: settledIn ?? cycle, monday: Week(containing: date).monday, minutes: settled)
    }
}
