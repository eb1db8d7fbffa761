package import SupportModel
import SupportSystem
import Synchronization

/// The two clocks of the desk: the wall clock for calendars, the uptime for intervals.
package protocol DeskClock: Sendable {
    /// The wall clock's time.
    var now: Instant { get }
    /// Milliseconds on a clock that never jumps and counts the host's sleep.
    var uptime: Int64 { get }
    /// Whether the wall clock is kept synchronised, as by NTP.
    var isSynchronised: Bool { get }
    /// The clock itself if it is a test clock; nil otherwise.
    var test: TestDeskClock? { get }
}

extension DeskClock {
    /// Milliseconds on the host's boot clock.
    package var uptime: Int64 { BootClock.milliseconds }
    /// The kernel's report on the wall clock.
    package var isSynchronised: Bool { WallClock.isSynchronised }
    /// Nil: not a test clock.
    package var test: TestDeskClock? { nil }
}

/// The host's clocks.
package struct SystemDeskClock: DeskClock {
    /// The clocks of this host.
    package init() {}

    /// The host's wall clock, to the millisecond.
    package var now: Instant { Instant(clamping: WallClock.millisecondsSinceEpoch) }
}

/// A clock that only moves when it is set or advanced: `supportd --test-clock`.
package final class TestDeskClock: DeskClock {
    private let hands: Mutex<Hands>

    /// The readings of both clocks.
    private struct Hands {
        var wall: Instant
        var uptime: Int64 = 0
    }

    /// A clock that shows an instant.
    package init(_ instant: Instant) {
        hands = Mutex(Hands(wall: instant))
    }

    /// The instant that it was last set or advanced to.
    package var now: Instant { hands.withLock { $0.wall } }
    /// Milliseconds that it was advanced by; setting it adds none.
    package var uptime: Int64 { hands.withLock { $0.uptime } }
    /// True: the time at the start of the desk is always believed.
    package var isSynchronised: Bool { true }
    /// The clock itself.
    package var test: TestDeskClock? { self }

    /// Advances both clocks; a negative number counts as 0.
    package func advance(byMilliseconds milliseconds: Int64) {
        hands.withLock { hands in
            let (sum, overflow) = hands.uptime.addingReportingOverflow(max(0, milliseconds))
            hands.uptime = overflow ? .max : sum
            hands.wall = hands.wall.advanced(byMilliseconds: max(0, milliseconds))
        }
    }

    /// Advances both clocks to an instant; an earlier one changes nothing.
    package func advance(to instant: Instant) {
        advance(byMilliseconds: instant.milliseconds(since: now))
    }

    /// Moves the wall clock alone, forward or back, as an operator sets a clock.
    package func set(byMilliseconds milliseconds: Int64) {
        hands.withLock { $0.wall = $0.wall.advanced(byMilliseconds: milliseconds) }
    }
}
