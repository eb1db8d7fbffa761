package import SupportModel
import SupportSystem
import Synchronization

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
    package var uptime: Int64 { BootClock.nanoseconds / 1_000_000 }
    package var test: TestDeskClock? { nil }
}

/// The machine's clocks.
package struct SystemDeskClock: DeskClock {
    package init() {}

    package var now: Instant { Instant(clamping: WallClock.millisecondsSinceEpoch) }
}

/// A clock that stands still until it is moved: `supportd --test-clock`.
package final class TestDeskClock: DeskClock {
    private let current: Mutex<Instant>

    package init(_ instant: Instant) {
        current = Mutex(instant)
    }

    package var now: Instant { current.withLock { $0 } }
    package var test: TestDeskClock? { self }

    /// Moves it forward; never back.
    package func advance(byMilliseconds milliseconds: Int64) {
        current.withLock { $0 = $0.advanced(byMilliseconds: max(0, milliseconds)) }
    }

    /// Moves it to an instant, unless it is there or beyond.
    package func advance(to instant: Instant) {
        current.withLock { $0 = max($0, instant) }
    }
}
