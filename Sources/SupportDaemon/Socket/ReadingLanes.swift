import NIOCore
package import SupportWire

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
        (self.threads, self.loop) = (threads, loop)
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
