package import SupportModel
import SupportSystem
import Synchronization

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

/// The machine's clocks.
package struct SystemDeskClock: DeskClock {
    /// The clock of this machine.
    package init() {}

    /// The time on the machine's wall clock, to the millisecond.
    package var now: Instant { Instant(clamping: WallClock.millisecondsSinceEpoch) }
}

/// A clock that stands still until it is moved: `supportd --test-clock`.
package final class TestDeskClock: DeskClock {
    private let hands: Mutex<Hands>

    /// Both of its clocks.
    private struct Hands {
        var wall: Instant
        var uptime: Int64 = 0
    }

    /// A clock that stands at an instant.
    package init(_ instant: Instant) {
        hands = Mutex(Hands(wall: instant))
    }

    /// Where it was last moved to.
    package var now: Instant { hands.withLock { $0.wall } }
    /// Milliseconds that have passed on it; setting it lets none pass.
    package var uptime: Int64 { hands.withLock { $0.uptime } }
    /// True: where it stands at the start of the desk is always believed.
    package var isSynchronised: Bool { true }
    /// The clock itself: it can be moved.
    package var test: TestDeskClock? { self }

    /// Lets time pass; never back.
    package func advance(byMilliseconds milliseconds: Int64) {
        hands.withLock { hands in
            let (sum, overflow) = hands.uptime.addingReportingOverflow(max(0, milliseconds))
            hands.uptime = overflow ? .max : sum
            hands.wall = hands.wall.advanced(byMilliseconds: max(0, milliseconds))
        }
    }

    /// Lets time pass until an instant, unless it is there or beyond.
    package func advance(to instant: Instant) {
        advance(byMilliseconds: instant.milliseconds(since: now))
    }

    /// Sets the time on the wall, forward or back, as an operator sets a clock: no time passes.
    package func set(byMilliseconds milliseconds: Int64) {
        hands.withLock { $0.wall = $0.wall.advanced(byMilliseconds: milliseconds) }
    }
}
