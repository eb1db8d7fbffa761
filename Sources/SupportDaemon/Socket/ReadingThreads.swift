import DequeModule
import NIOCore
package import SupportSystem
package import SupportWire

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

/// Which long answer is made next: users take turns, one answer of each at a time, so that however
/// many wait of one user, all others find a thread.
package struct ReadingTurns<Waiter> {
    private var turns = FairTurns<Lane, Waiter>()
    private var running: Set<Lane> = []
    private let threads: Int

    /// What runs one at a time.
    package struct Lane: Hashable, Sendable {
        /// The user.
        let user: UInt32
        /// Whether for what runs one at a time in all, and beside the user's other answers.
        let isWhole: Bool

        /// Where an answer of that cost waits.
        package init(_ user: UInt32, _ cost: Cost) {
            self.user = user
            isWhole = cost == .whole
        }
    }

    /// - Parameter threads: how many answers are made at a time.
    package init(threads: Int) { self.threads = threads }

    /// Lets an answer wait for its turn.
    package mutating func wait(_ waiter: Waiter, in lane: Lane) { turns.add(waiter, of: lane) }

    /// The next answer to be made, if a thread is free; it has one until its lane is given back.
    ///
    /// - Parameter hasRoom: whether a user has room for another answer.
    package mutating func next(where hasRoom: (UInt32) -> Bool) -> (waiter: Waiter, lane: Lane)? {
        guard running.count < threads else { return nil }
        let isWholeRunning = running.contains(where: \.isWhole)
        var chosen: Lane?
        let waiter = turns.next { lane in
            guard !running.contains(lane), !(lane.isWhole && isWholeRunning), hasRoom(lane.user)
            else { return false }
            chosen = lane
            return true
        }
        guard let waiter, let chosen else { return nil }
        running.insert(chosen)
        return (waiter, chosen)
    }

    /// Gives back the thread of an answer that was made; who has come meanwhile is served first.
    package mutating func end(_ lane: Lane) {
        running.remove(lane)
        turns.putLast(lane)
    }

    /// Takes back what nobody waits for any more.
    package mutating func leave(_ lane: Lane, where isLikeThat: (Waiter) -> Bool) {
        turns.remove(of: lane, where: isLikeThat)
    }
}

/// Makes long answers on other threads, in turns. Lives on the event loop.
final class ReadingLanes {
    /// Where an answer waits.
    typealias Lane = ReadingTurns<ConnectionHandler>.Lane

    private var turns = ReadingTurns<ConnectionHandler>(threads: LedgerLimits.readingThreads)
    private let threads: ReadingThreads
    private let loop: any EventLoop
    /// Whether a user has room for another answer.
    var hasRoom: (UInt32) -> Bool = { _ in true }

    init(_ threads: ReadingThreads, on loop: any EventLoop) {
        self.threads = threads
        self.loop = loop
    }

    /// Lets a connection wait for its turn, which `takeThread` begins; that may be at once.
    func wait(_ connection: ConnectionHandler, in lane: Lane) {
        turns.wait(connection, in: lane)
        serve()
    }

    /// Forgets a connection that waits no more.
    func leave(_ connection: ConnectionHandler, _ lane: Lane) {
        turns.leave(lane) { $0 === connection }
    }

    /// Gives out the threads that are free.
    func serve() {
        while let (connection, lane) = turns.next(where: hasRoom) { connection.takeThread(lane) }
    }

    /// Gives back a turn.
    func end(_ lane: Lane) {
        turns.end(lane)
        serve()
    }

    /// Does the work of a turn and gives its result to the event loop; the turn is then over.
    func run<Answer: Sendable>(
        _ lane: Lane, _ work: @escaping @Sendable () -> Answer, then: @escaping (Answer) -> Void
    ) {
        let after = NIOLoopBound((self, then), eventLoop: loop)
        let loop = loop
        threads.run {
            let answer = work()
            loop.execute {
                let (lanes, then) = after.value
                then(answer)
                lanes.end(lane)
            }
        }
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
