import CLinux
import Glibc
import Synchronization

/// A thread of the system with a name, for work that blocks.
package final class WorkerThread: Sendable {
    private let thread: Mutex<pthread_t?>

    /// Starts a thread; `top -H` and core dumps show the first 15 bytes of the name.
    ///
    /// - Parameter urgency: what it gets of the processor and the disk where others want them too.
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

    /// Waits until the thread has ended; a second call returns at once, and so does a call from
    /// the thread itself.
    package func join() {
        let waitedFor = thread.withLock { thread -> pthread_t? in
            if let own = thread, pthread_equal(own, pthread_self()) != 0 { return nil }
            defer { thread = nil }
            return thread
        }
        if let waitedFor { pthread_join(waitedFor, nil) }
    }

    deinit {
        // Nobody waited: the system frees the thread when it ends.
        if let thread = thread.withLock({ $0 }) { pthread_detach(thread) }
    }
}

/// What a new thread is given.
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
    // On Linux the calling thread's alone; being nicer is always allowed.
    case .nice(let niceness): _ = nice(niceness)
    case .idle: linux_run_when_idle()
    }
    work.body()
    return nil
}
