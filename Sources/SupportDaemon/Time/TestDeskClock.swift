package import SupportModel
import Synchronization

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
