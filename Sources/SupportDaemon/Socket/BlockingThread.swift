import DequeModule
package import NIOCore
package import SupportSystem

/// A thread for work that takes as long as a file system or a service elsewhere takes to answer,
/// which may be for ever: one piece of work at a time, in order.
///
/// Nobody waits for its end: it goes with its last owner, or with the process.
package final class BlockingThread: Sendable {
    /// Names a piece of work that was handed over.
    package struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    private let queue = GuardedState(Queue())

    /// What is to be done.
    private struct Queue: Sendable {
        var waiting: Deque<(ticket: Ticket, work: @Sendable () -> Void)> = []
        var last: UInt64 = 0
        var isOver = false
    }

    /// Starts the thread.
    package init(name: String) throws(SystemFault) {
        _ = try WorkerThread(name: name) { [queue] in
            while let work = Self.next(queue) { work() }
        }
    }

    deinit { queue.change { $0.isOver = true } }

    /// Has work done when what came before it has ended.
    @discardableResult
    package func run(_ work: @escaping @Sendable () -> Void) -> Ticket {
        queue.change { queue in
            queue.last += 1
            queue.waiting.append((Ticket(number: queue.last), work))
            return Ticket(number: queue.last)
        }
    }

    /// Takes back work that has not begun; what has begun goes on.
    package func cancel(_ ticket: Ticket) {
        queue.withLock { $0.waiting.removeAll { $0.ticket == ticket } }
    }

    /// How much waits.
    package var waitingCount: Int { queue.withLock { $0.waiting.count } }

    private static func next(_ queue: GuardedState<Queue>) -> (@Sendable () -> Void)? {
        queue.wait { queue -> (@Sendable () -> Void)?? in
            if queue.isOver { return .some(nil) }
            return queue.waiting.popFirst().map { .some($0.work) }
        } ?? nil
    }
}

/// Has the work done that requests are suspended for, and lets them go on. Lives on the event loop.
package final class SuspendedRequests {
    private let thread: BlockingThread
    private let limit: TimeAmount
    private let loop: any EventLoop

    /// A request that waits, until the work has ended or the time is over.
    private final class Waiting {
        private var then: ((@escaping SuspendedRequest.Resumption) -> Void)?
        var limit: Scheduled<Void>?

        init(_ then: @escaping (@escaping SuspendedRequest.Resumption) -> Void) { self.then = then }

        func end(_ resumption: @escaping SuspendedRequest.Resumption) {
            limit?.cancel()
            let then = then
            self.then = nil
            then?(resumption)
        }
    }

    /// - Parameter limit: how long a request waits at most.
    package init(_ thread: BlockingThread, limit: TimeAmount, on loop: any EventLoop) {
        self.thread = thread
        self.limit = limit
        self.loop = loop
    }

    /// Has a suspension's work done and tells, once, what the ledger is to do then. Work that has not
    /// begun in time is not begun, and what comes of late work is dropped.
    package func run(
        _ suspension: SuspendedRequest,
        then: @escaping (@escaping SuspendedRequest.Resumption) -> Void
    ) {
        let waiting = Waiting(then)
        let (bound, loop) = (NIOLoopBound(waiting, eventLoop: loop), loop)
        let ticket = thread.run {
            let resumption = suspension.work()
            loop.execute { bound.value.end(resumption) }
        }
        waiting.limit = loop.assumeIsolated().scheduleTask(in: limit) { [thread] in
            thread.cancel(ticket)
            waiting.end(suspension.late)
        }
    }
}
