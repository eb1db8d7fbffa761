/// What the connections of one user hold together. Lives on the event loop.
final class UserShare {
    let user: UInt32
    private let bytesMax: Int
    /// Answers that wait to be told or to be taken by their sockets, in bytes.
    private(set) var bytes = 0
    private var sessions: [ObjectIdentifier: Session] = [:]
    /// Those that are read no further until there is room.
    private var stalled: [ObjectIdentifier: Session] = [:]
    /// Told when there is room again.
    private let onRoom: () -> Void

    init(_ user: UInt32, bytesMax: Int, onRoom: @escaping () -> Void) {
        self.user = user
        self.bytesMax = bytesMax
        self.onRoom = onRoom
    }

    /// Whether more answers may be made.
    var hasRoom: Bool { bytes < bytesMax }

    /// Remembers a connection until it ends.
    func join(_ session: Session) { sessions[ObjectIdentifier(session)] = session }

    /// Forgets a connection that has ended.
    func leave(_ session: Session) {
        sessions[ObjectIdentifier(session)] = nil
        stalled[ObjectIdentifier(session)] = nil
    }

    /// Counts answers that are held from now on.
    func take(_ count: Int) {
        let hadRoom = hasRoom
        bytes += count
        guard hadRoom, !hasRoom else { return }
        // One that leaves its answers unread must not stop its user's others for ever.
        for session in sessions.values { session.limitUnread() }
    }

    /// Counts answers that are held no more.
    func give(_ count: Int) {
        let hadRoom = hasRoom
        bytes -= count
        guard !hadRoom, hasRoom else { return }
        let waiting = stalled.values
        stalled = [:]
        for session in waiting { session.goOnSoon() }
        onRoom()
    }

    /// Lets a connection go on when there is room.
    func wait(_ session: Session) { stalled[ObjectIdentifier(session)] = session }
}
