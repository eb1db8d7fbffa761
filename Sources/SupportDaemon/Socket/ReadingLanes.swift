import NIOCore

/// Makes long answers on other threads, in turns. Lives on the event loop.
final class ReadingLanes {
    /// Where an answer waits.
    typealias Lane = ReadingTurns<Session>.Lane

    private var turns = ReadingTurns<Session>(threads: LedgerLimits.readingThreads)
    private let threads: ReadingThreads
    private let loop: any EventLoop
    /// Whether a user has room for another answer.
    var hasRoom: (UInt32) -> Bool = { _ in true }

    init(_ threads: ReadingThreads, on loop: any EventLoop) {
        self.threads = threads
        self.loop = loop
    }

    /// Lets a session wait for its turn, which `Session.takeThread` begins; that may be at once.
    func wait(_ session: Session, in lane: Lane) {
        turns.wait(session, in: lane)
        serve()
    }

    /// Forgets a session that waits no more.
    func leave(_ session: Session, _ lane: Lane) {
        turns.leave(lane) { $0 === session }
    }

    /// Gives out the threads that are free.
    func serve() {
        while let (session, lane) = turns.next(where: hasRoom) { session.takeThread(lane) }
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
