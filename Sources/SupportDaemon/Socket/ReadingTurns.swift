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
