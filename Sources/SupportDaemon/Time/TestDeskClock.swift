package import SupportModel
import Synchronization

/// A clock that stands still until it is moved: `supportd --test-clock`.
package final class TestDeskClock: DeskClock {
    private let current: Mutex<Instant>

    /// A clock that stands at an instant.
    package init(_ instant: Instant) {
        current = Mutex(instant)
    }

    /// Where it was last moved to.
    package var now: Instant { current.withLock { $0 } }
    /// The clock itself: it can be moved.
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
