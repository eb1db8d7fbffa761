package import SupportModel
import Synchronization

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
