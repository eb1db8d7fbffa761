import DequeModule
package import NIOCore
package import SupportSystem

/// Work that waits for a thread, in order.
package struct WorkQueue: Sendable {
    /// Identifies a piece of work that waits.
    package struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    private let state = GuardedState(State())

    /// The waiting work, and whether more is accepted.
    private struct State: Sendable {
        var waiting: Deque<(ticket: Ticket, work: @Sendable () -> Void)> = []
        /// The number of the last ticket.
        var last: UInt64 = 0
        var isOver = false
    }

    /// Adds work behind the others; nothing once the queue has ended.
    @discardableResult
    func append(_ work: @escaping @Sendable () -> Void) -> Ticket {
        state.change { state in
            state.last += 1
            let ticket = Ticket(number: state.last)
            if !state.isOver { state.waiting.append((ticket, work)) }
            return ticket
        }
    }

    /// Removes work that no thread has taken.
    func cancel(_ ticket: Ticket) {
        state.withLock { $0.waiting.removeAll { $0.ticket == ticket } }
    }

    /// The number of pieces of work that no thread has taken.
    var count: Int { state.withLock { $0.waiting.count } }

    /// Drops what waits, and lets the threads end.
    func end() {
        state.change {
            $0.isOver = true
            $0.waiting.removeAll()
        }
    }

    /// Does the work, piece by piece, until the queue ends; blocks the calling thread.
    func drain() {
        while let work = next() { work() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.wait { state -> (@Sendable () -> Void)?? in
            if let work = state.waiting.popFirst()?.work { return .some(work) }
            return state.isOver ? .some(nil) : nil
        } ?? nil
    }
}

/// A thread for work that waits for a file system or a remote service, which may never answer: one
/// piece of work at a time, in order.
///
/// Its end is not awaited: it ends with its last owner, or with the process.
package final class BlockingThread: Sendable {
    private let queue = WorkQueue()

    /// Starts the thread.
    package init(name: String) throws(SystemFault) {
        _ = try WorkerThread(name: name) { [queue] in queue.drain() }
    }

    deinit { queue.end() }

    /// Runs work after all work that was added before it.
    @discardableResult
    package func run(_ work: @escaping @Sendable () -> Void) -> WorkQueue.Ticket {
        queue.append(work)
    }

    /// Cancels work that has not begun; work that has begun continues.
    package func cancel(_ ticket: WorkQueue.Ticket) { queue.cancel(ticket) }

    /// The number of pieces of work that wait.
    package var waitingCount: Int { queue.count }
}

/// Runs the work of suspended requests and resumes them. Used on the event loop only.
package final class SuspendedRequests {
    private let thread: BlockingThread
    private let limit: TimeAmount
    private let loop: any EventLoop

    /// A request that waits until its work has ended or its time limit has passed.
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

    /// - Parameter limit: the longest time that a request waits.
    package init(_ thread: BlockingThread, limit: TimeAmount, on loop: any EventLoop) {
        (self.thread, self.limit, self.loop) = (thread, limit, loop)
    }

    /// Runs the work of a suspended request and calls back once with how the ledger resumes it.
    /// Work that has not begun within the limit is not begun, and the result of late work is
    /// dropped.
    package func run(
        _ suspension: SuspendedRequest,
        then: @escaping (@escaping SuspendedRequest.Resumption) -> Void
    ) {
        let waiting = Waiting(then)
        let (bound, loop) = (NIOLoopBound(waiting, eventLoop: loop), loop)
        if let begin = suspension.begin {
            waiting.limit = loop.assumeIsolated().scheduleTask(in: suspension.patience ?? limit) {
                waiting.end(suspension.late)
            }
            // Later, as what is begun may end at once, and who asks has to be ready for that.
            loop.execute { begin { bound.value.end($0) } }
            return
        }
        let ticket = thread.run {
            let resumption = suspension.work()
            loop.execute { bound.value.end(resumption) }
        }
        let time = min(suspension.patience ?? limit, limit)
        waiting.limit = loop.assumeIsolated().scheduleTask(in: time) { [thread] in
            thread.cancel(ticket)
            waiting.end(suspension.late)
        }
    }
}
