import NIOCore
import SupportSystem
import SupportWire

/// What all connections share. Lives on the event loop and is touched nowhere else.
final class Reception {
    let ledger: Ledger
    let gate: DurabilityGate
    let limits: ConnectionLimits
    /// Makes the answers that take long.
    let lanes: ReadingLanes
    /// Has done what requests are suspended for.
    let suspensions: SuspendedRequests
    /// Finds what the users are called.
    let names: PeerNames
    /// Finds the groups that have roles.
    let groups: RoleGroups
    private let loop: any EventLoop
    private var admission: Admission
    private var shares: [UInt32: UserShare] = [:]
    private var unfinished: UnfinishedLines<ObjectIdentifier>
    private var unfinishedConnections: [ObjectIdentifier: ConnectionHandler] = [:]
    /// Connections with more lines than one turn of the event loop answers, by user.
    private var turns = FairTurns<UInt32, ConnectionHandler>()
    private var isTurnDue = false
    private var lastConnection: UInt64 = 0

    init(
        ledger: Ledger, gate: DurabilityGate, limits: ConnectionLimits, threads: ReadingThreads,
        files: BlockingThread, names: PeerNames, groups: RoleGroups, on loop: any EventLoop
    ) {
        (self.ledger, self.gate, self.limits, self.loop) = (ledger, gate, limits, loop)
        lanes = ReadingLanes(threads, on: loop)
        (self.names, self.groups) = (names, groups)
        suspensions = SuspendedRequests(files, limit: LedgerLimits.keyWait, on: loop)
        admission = Admission(limits)
        unfinished = UnfinishedLines(
            userBytesMax: limits.unfinishedPerUserBytesMax, bytesMax: limits.unfinishedBytesMax)
        lanes.hasRoom = { [unowned self] user in shares[user]?.hasRoom ?? true }
    }

    /// The number of a new connection, from 1; none has the number of another.
    func nextConnection() -> UInt64 {
        lastConnection += 1
        return lastConnection
    }

    /// How many connections there are.
    var connections: Int { admission.count }

    /// Takes a connection of a user in, or says why not.
    func admit(_ user: UInt32) throws(WireError) -> UserShare {
        let isOwner = Caller.isOwner(user, owner: ProcessIdentity.effectiveUser)
        try admission.admit(user, isOwner: isOwner)
        if let share = shares[user] { return share }
        let share = UserShare(
            user, bytesMax: limits.userBytesMax, onRoom: { [unowned lanes] in lanes.serve() })
        shares[user] = share
        return share
    }

    /// Lets a connection that was taken in go.
    func dismiss(_ user: UInt32) {
        if admission.dismiss(user) { shares[user] = nil }
    }

    // MARK: Turns on the event loop

    /// Whether connections of a user wait for a turn.
    func isWaiting(_ user: UInt32) -> Bool { !turns.isEmpty && turns.isWaiting(user) }

    /// Gives a connection a turn after those that wait already.
    func wait(_ connection: ConnectionHandler, of user: UInt32) {
        turns.add(connection, of: user)
        planTurns()
    }

    /// The event loop runs all that is due before it polls its sockets again: only what is a little
    /// later lets others in between.
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

    /// Notes what a connection's unfinished line holds; 0 for none. Where all hold too much, the
    /// oldest of who holds most is refused.
    func note(unfinished bytes: Int, of connection: ConnectionHandler, _ user: UInt32) {
        guard bytes > 0 || !unfinishedConnections.isEmpty else { return }
        let name = ObjectIdentifier(connection)
        guard bytes > 0 || unfinishedConnections[name] != nil else { return }
        unfinished.note(bytes, of: name, user: user)
        unfinishedConnections[name] = bytes > 0 ? connection : nil
        while let (name, bytesMax) = unfinished.victim(), let victim = unfinishedConnections[name] {
            victim.refuseUnfinished(bytesMax: bytesMax)
        }
    }
}
