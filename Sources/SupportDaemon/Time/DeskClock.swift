package import SupportModel
import SupportSystem

/// The two clocks of the desk: one for calendars, one for intervals.
package protocol DeskClock: Sendable {
    /// The time on the wall.
    var now: Instant { get }
    /// Milliseconds on a clock that never jumps and counts the host's sleep.
    var uptime: Int64 { get }
    /// Whether the time on the wall is kept right by something that knows it better.
    var isSynchronised: Bool { get }
    /// The same clock as one that can be moved, where it is one.
    var test: TestDeskClock? { get }
}

extension DeskClock {
    /// The host's own interval clock.
    package var uptime: Int64 { BootClock.milliseconds }
    /// What the host's kernel says.
    package var isSynchronised: Bool { WallClock.isSynchronised }
    /// Nil: most clocks cannot be moved.
    package var test: TestDeskClock? { nil }
}
