package import SupportModel

/// The doubt about the desk's clock as the protocol shows it.
package struct ClockDoubtView: Codable, Hashable, Sendable {
    /// `set-forward` while the desk was running, or `long-gap`: much time seems to have passed while
    /// it was off.
    package var cause: ClockDoubt.Cause
    /// The last time that was believed.
    package var since: Instant
    /// What the clock showed instead when the doubt arose.
    package var jumpedTo: Instant
    /// How far that was ahead, in whole days.
    package var days: Int
    /// How many cycles a confirmation would close.
    package var cycles: Int
    /// What would expire with them, in minutes.
    package var expiring: Minutes

    /// A doubt, with what would come of a confirmation.
    package init(_ doubt: ClockDoubt, due: DueCycles) {
        cause = doubt.cause
        since = doubt.since
        jumpedTo = doubt.jumpedTo
        days = doubt.days
        cycles = due.cycles
        expiring = due.expired
    }
}
