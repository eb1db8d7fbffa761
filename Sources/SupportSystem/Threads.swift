import CLinux
import Glibc
import Synchronization

/// A named thread of the system, for work that blocks.
package final class WorkerThread: Sendable {
    private let thread: Mutex<pthread_t?>

    /// Starts a thread; `top -H` and core dumps show the first 15 bytes of the name.
    ///
    /// - Parameter urgency: its share of the processor and the disk.
    package init(
        name: String, urgency: ThreadUrgency = .usual, _ body: @escaping @Sendable () -> Void
    ) throws(SystemFault) {
        let work = Unmanaged.passRetained(Work(name: name, urgency: urgency, body: body))
        var started = pthread_t()
        let answer = pthread_create(&started, nil, runWork, work.toOpaque())
        if answer != 0 {
            work.release()
            throw SystemFault(doing: "start thread", subject: name, errno: answer)
        }
        thread = Mutex(started)
    }

    /// Waits until the thread has ended; returns at once at a second call, and at a call from the
    /// thread itself.
    package func join() {
        let waitedFor = thread.withLock { thread -> pthread_t? in
            if let own = thread, pthread_equal(own, pthread_self()) != 0 { return nil }
            defer { thread = nil }
            return thread
        }
        if let waitedFor { pthread_join(waitedFor, nil) }
    }

    deinit {
        // No thread joined it: the system frees it when it ends.
        if let thread = thread.withLock({ $0 }) { pthread_detach(thread) }
    }
}

/// The closure and the settings of a new thread.
private final class Work: Sendable {
    let name: String
    let urgency: ThreadUrgency
    let body: @Sendable () -> Void

    init(name: String, urgency: ThreadUrgency, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.urgency = urgency
        self.body = body
    }
}

private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
    _ = linux_name_this_thread(String(work.name.prefix(15)))
    switch work.urgency {
    case .usual: break
    // On Linux this applies to the calling thread alone; lowering the priority is always permitted.
    case .nice(let niceness): _ = nice(niceness)
    case .idle: linux_run_when_idle()
    }
    work.body()
    return nil
}

/// The share of the processor and the disk that a thread gets in competition with others.
package enum ThreadUrgency: Sendable {
    /// The same as others.
    case usual
    /// Less of a processor, by a niceness of 1 to 19.
    case nice(Int32)
    /// Only what no other thread needs, also of the disk, as far as the kernel supports it.
    case idle
}

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
