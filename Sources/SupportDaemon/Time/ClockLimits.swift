/// How far the wall clock may go ahead before its time is doubted.
package struct ClockLimits: Hashable, Sendable {
    /// The most that it may be set forward at once while the desk runs, in days.
    package var forwardDays: Int
    /// The longest time for which the desk may have been off where the host's clock is not
    /// synchronised, in days.
    package var downtimeDays: Int

    package init(forwardDays: Int = 2, downtimeDays: Int = 45) {
        self.forwardDays = forwardDays
        self.downtimeDays = downtimeDays
    }
}
