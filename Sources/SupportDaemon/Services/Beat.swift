import SupportSystem

/// Does something again and again, on a thread of its own.
///
/// Not on the threads of Swift's tasks: libdispatch has a pool of them, and looks after a busy pool
/// once a second by opening a file for each of its threads. On a host without free descriptors it
/// takes a failure there for a fault of its own and ends the process.
final class Beat: Sendable {
    private let isOver = GuardedState(false)
    private let thread: WorkerThread

    /// Begins with a pause.
    init(
        _ name: String, every pause: Duration, urgency: ThreadUrgency = .usual,
        _ body: @escaping @Sendable () -> Void
    ) throws(SystemFault) {
        thread = try WorkerThread(name: name, urgency: urgency) { [isOver] in
            while isOver.wait(atMost: pause, until: { $0 ? true : nil }) == nil { body() }
        }
    }

    /// Ends it; when it returns nothing of it runs any more.
    func stop() {
        isOver.change { $0 = true }
        thread.join()
    }
}
