package import SupportModel
import SupportSystem

/// The two clocks of the desk: one for calendars, one for intervals.
package protocol DeskClock: Sendable {
    /// The time on the wall.
    var now: Instant { get }
    /// Milliseconds on a clock that never jumps and counts the host's sleep.
    var uptime: Int64 { get }
    /// The same clock as one that can be moved, where it is one.
    var test: TestDeskClock? { get }
}

extension DeskClock {
    /// The host's own interval clock, which a test clock does not move.
    package var uptime: Int64 { BootClock.milliseconds }
    /// Nil: most clocks cannot be moved.
    package var test: TestDeskClock? { nil }
}
