import NIOCore
import SupportWire

/// What all connections share. Lives on the event loop and is touched nowhere else.
final class Reception {
    let ledger: Ledger
    let gate: DurabilityGate
    let limits: SessionLimits
    /// Makes the answers that take long.
    let lanes: ReadingLanes
    private let loop: any EventLoop
    private var admission: Admission
    private var shares: [UInt32: UserShare] = [:]
    private var unfinished: UnfinishedLines<ObjectIdentifier>
    private var unfinishedSessions: [ObjectIdentifier: Session] = [:]
    /// Sessions with more lines than one turn of the event loop answers, by user.
    private var turns = FairTurns<UInt32, Session>()
    private var isTurnDue = false

    init(
        ledger: Ledger, gate: DurabilityGate, limits: SessionLimits, threads: ReadingThreads,
        on loop: any EventLoop
    ) {
        self.ledger = ledger
        self.gate = gate
        self.limits = limits
        self.loop = loop
        lanes = ReadingLanes(threads, on: loop)
        admission = Admission(limits)
        unfinished = UnfinishedLines(
            userBytesMax: limits.unfinishedPerUserBytesMax, bytesMax: limits.unfinishedBytesMax)
        lanes.hasRoom = { [unowned self] user in shares[user]?.hasRoom ?? true }
    }

    /// How many connections there are.
    var connections: Int { admission.count }

    /// Takes a connection in, or says why not.
    func admit(_ caller: Caller) throws(WireError) -> UserShare {
        try admission.admit(caller.uid, isOwner: caller.isOwner)
        if let share = shares[caller.uid] { return share }
        let share = UserShare(
            caller.uid, bytesMax: limits.userBytesMax, onRoom: { [unowned lanes] in lanes.serve() })
        shares[caller.uid] = share
        return share
    }

    /// Lets a connection that was taken in go.
    func dismiss(_ user: UInt32) {
        if admission.dismiss(user) { shares[user] = nil }
    }

    // MARK: Turns on the event loop

    /// Whether sessions of a user wait for a turn.
    func isWaiting(_ user: UInt32) -> Bool { !turns.isEmpty && turns.isWaiting(user) }

    /// Gives a session a turn after those that wait already.
    func wait(_ session: Session, of user: UInt32) {
        turns.add(session, of: user)
        planTurns()
    }

    /// The event loop runs all that is due before it looks at its sockets again: only what is a
    /// little later lets others in between.
    private func planTurns() {
        guard !isTurnDue, !turns.isEmpty else { return }
        isTurnDue = true
        loop.assumeIsolated().scheduleTask(in: .microseconds(50)) { [self] in
            isTurnDue = false
            for _ in 0..<turns.count { turns.next()?.takeTurn() }
            planTurns()
        }
    }

    // MARK: Unfinished lines

    /// Notes what a session's unfinished line holds; 0 for none. Where all hold too much, the oldest
    /// of who holds most is refused.
    func note(unfinished bytes: Int, of session: Session, _ user: UInt32) {
        guard bytes > 0 || !unfinishedSessions.isEmpty else { return }
        let name = ObjectIdentifier(session)
        guard bytes > 0 || unfinishedSessions[name] != nil else { return }
        unfinished.note(bytes, of: name, user: user)
        unfinishedSessions[name] = bytes > 0 ? session : nil
        while let (name, bytesMax) = unfinished.victim(), let victim = unfinishedSessions[name] {
            victim.refuseUnfinished(bytesMax: bytesMax)
        }
    }
}
