/// `[clock]`: how far the wall clock may go ahead before its time is doubted.
package struct ClockTable: Hashable, Sendable {
    /// The most that it may be set forward at once, and how long the desk may have been off where
    /// the host's clock is not synchronised: days, 1 to 366 and 1 to 3660.
    package var limits = ClockLimits()

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("forward_days", .integer(1...366), into: &limits.forwardDays)
        table.read("downtime_days", .integer(1...3660), into: &limits.downtimeDays)
    }
}
