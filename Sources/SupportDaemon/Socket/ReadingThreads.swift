import DequeModule
package import SupportSystem

/// Threads for work that takes long, which the scheduler puts behind the event loop's.
package final class ReadingThreads: Sendable {
    private let waiting = GuardedState(Waiting())
    private let threads: [WorkerThread]

    /// How much less of a processor they get than others who want it, as `nice` counts.
    private static let niceness: Int32 = 10

    /// What is to be done.
    private struct Waiting {
        var work: Deque<@Sendable () -> Void> = []
        var isStopped = false
    }

    /// Starts so many threads.
    package init(count: Int) throws(SystemFault) {
        var threads: [WorkerThread] = []
        for number in 1...count {
            threads.append(
                try WorkerThread(name: "reading-\(number)", urgency: .nice(Self.niceness)) {
                    [waiting] in
                    while let work = Self.next(waiting) { work() }
                })
        }
        self.threads = threads
    }

    /// Has work done as soon as a thread is free; nothing once they were stopped.
    package func run(_ work: @escaping @Sendable () -> Void) {
        waiting.change { if !$0.isStopped { $0.work.append(work) } }
    }

    /// Ends the threads; what they are at is finished, what waits is dropped.
    package func stop() {
        waiting.change {
            $0.isStopped = true
            $0.work.removeAll()
        }
        for thread in threads { thread.join() }
    }

    private static func next(
        _ waiting: GuardedState<Waiting>
    ) -> (@Sendable () -> Void)? {
        waiting.wait { state -> (@Sendable () -> Void)?? in
            if let work = state.work.popFirst() { return .some(work) }
            return state.isStopped ? .some(nil) : nil
        } ?? nil
    }
}
