import DequeModule
package import SupportSystem

/// Threads for work that takes long, which the scheduler puts behind the event loop's.
package final class ReadingThreads: Sendable {
    private let queue = WorkQueue()
    private let threads: [WorkerThread]

    /// How much less of a processor they get than others who want it, as `nice` counts.
    private static let niceness: Int32 = 10

    /// Starts so many threads.
    package init(count: Int) throws(SystemFault) {
        var threads: [WorkerThread] = []
        for number in 1...count {
            threads.append(
                try WorkerThread(name: "reading-\(number)", urgency: .nice(Self.niceness)) {
                    [queue] in queue.drain()
                })
        }
        self.threads = threads
    }

    /// Has work done as soon as a thread is free; nothing once they were stopped.
    package func run(_ work: @escaping @Sendable () -> Void) { queue.append(work) }

    /// Ends the threads; what they are at is finished, what waits is dropped.
    package func stop() {
        queue.end()
        for thread in threads { thread.join() }
    }
}

/// Whose turn it is: everybody who waits gets one in order, however much each has waiting.
package struct FairTurns<Who: Hashable & Sendable, Work> {
    /// Those who have something waiting, next one first.
    private var order: Deque<Who> = []
    private var waiting: [Who: Deque<Work>] = [:]

    /// Nobody waits.
    package init() {}

    /// True when nobody waits.
    package var isEmpty: Bool { order.isEmpty }
    /// How many wait, each counted once.
    package var count: Int { order.count }

    /// Whether somebody waits.
    package func isWaiting(_ who: Who) -> Bool { waiting[who] != nil }

    /// Adds work behind all that the same one has waiting.
    package mutating func add(_ work: Work, of who: Who) {
        if waiting[who] == nil { order.append(who) }
        waiting[who, default: []].append(work)
    }

    /// The next work of the next one who may have a turn; those who may not keep their place.
    package mutating func next(where mayServe: (Who) -> Bool = { _ in true }) -> Work? {
        guard let place = order.firstIndex(where: mayServe) else { return nil }
        let who = order.remove(at: place)
        guard var queue = waiting[who], let work = queue.popFirst() else { return nil }
        if queue.isEmpty {
            waiting[who] = nil
        } else {
            waiting[who] = queue
            order.append(who)
        }
        return work
    }

    /// Puts one who waits behind all others who do.
    package mutating func putLast(_ who: Who) {
        guard let place = order.firstIndex(of: who) else { return }
        order.remove(at: place)
        order.append(who)
    }

    /// Takes work back that nobody waits for any more.
    package mutating func remove(of who: Who, where isLikeThat: (Work) -> Bool) {
        guard var queue = waiting[who] else { return }
        queue.removeAll(where: isLikeThat)
        waiting[who] = queue.isEmpty ? nil : queue
        if queue.isEmpty { order.removeAll { $0 == who } }
    }
}
