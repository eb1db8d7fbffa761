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
        (self.name, self.urgency, self.body) = (name, urgency, body)
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
