import CLinux
import Glibc

// Thread-safe: `state` is accessed only while `mutex` is locked, and the three pointers never
// change between init and deinit.
/// A value that threads share under a lock, and whose changes a thread can wait for.
///
/// Use the standard library's `Mutex` where no thread waits.
package final class GuardedState<State: Sendable>: @unchecked Sendable {
    private var state: State
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>

    /// A shared value.
    package init(_ state: State) {
        self.state = state
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        changed = .allocate(capacity: 1)
        changed.initialize(to: pthread_cond_t())
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // The wall clock can be set; a wait of one second must stay one second.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Calls the closure with the state under the lock; waiting threads are not woken.
    package func withLock<Answer, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }

    /// Calls the closure with the state under the lock and wakes all waiting threads.
    package func change<Answer, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        defer { pthread_cond_broadcast(changed) }
        return try withLock(body)
    }

    /// Waits until the closure, called at once and after every change, returns a value.
    ///
    /// Nil when the time has elapsed before that; without a time it waits for ever.
    package func wait<Answer>(
        atMost time: Duration? = nil, until body: (inout State) -> Answer?
    ) -> Answer? {
        var end = timespec()
        if let time { end = Self.monotonicTime(after: time) }
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let answer = body(&state) { return answer }
            if time == nil {
                pthread_cond_wait(changed, mutex)
            } else if pthread_cond_timedwait(changed, mutex, &end) == ETIMEDOUT {
                return body(&state)
            }
        }
    }

    private static func monotonicTime(after time: Duration) -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let wait = max(.zero, min(time, .seconds(86_400))).components
        let nanoseconds = now.tv_nsec + Int(wait.attoseconds / 1_000_000_000)
        return timespec(
            tv_sec: now.tv_sec + Int(wait.seconds) + nanoseconds / 1_000_000_000,
            tv_nsec: nanoseconds % 1_000_000_000)
    }
}
