import NIOCore
package import SupportWire

/// How many connections there are, and whose: says who may have another one.
package struct Admission {
    private let limits: ConnectionLimits
    /// How many there are, of everybody.
    package private(set) var count = 0
    private var perUser: [UInt32: Int] = [:]

    /// Nobody is connected.
    package init(_ limits: ConnectionLimits) { self.limits = limits }

    /// Takes a connection in, or says why not.
    ///
    /// - Parameter isOwner: whether the user is root or the daemon's own, who can still connect
    ///   when everybody else has taken what there is.
    package mutating func admit(_ user: UInt32, isOwner: Bool) throws(WireError) {
        let most = limits.connectionsMax - (isOwner ? 0 : limits.connectionsKept)
        guard count < most else {
            throw .tooManyConnections(
                "the desk has all the \(most) connections that it takes",
                limit: "limits.connections")
        }
        let own = perUser[user] ?? 0
        guard own < limits.connectionsPerUserMax else {
            throw .tooManyConnections(
                "user \(user) has the \(limits.connectionsPerUserMax) connections that one may have",
                limit: "limits.connections_per_user")
        }
        count += 1
        perUser[user] = own + 1
    }

    /// Lets a connection that was taken in go; true when it was the user's last.
    package mutating func dismiss(_ user: UInt32) -> Bool {
        count -= 1
        let rest = (perUser[user] ?? 1) - 1
        perUser[user] = rest > 0 ? rest : nil
        return rest <= 0
    }
}

/// What the connections of one user hold together. Lives on the event loop.
final class UserShare {
    let user: UInt32
    private let bytesMax: Int
    /// Answers that wait to be sent or to be taken by their sockets, in bytes.
    private(set) var bytes = 0
    private var connections: [ObjectIdentifier: ConnectionHandler] = [:]
    /// Those that are read no further until there is room.
    private var stalled: [ObjectIdentifier: ConnectionHandler] = [:]
    /// Called when there is room again.
    private let onRoom: () -> Void

    init(_ user: UInt32, bytesMax: Int, onRoom: @escaping () -> Void) {
        (self.user, self.bytesMax, self.onRoom) = (user, bytesMax, onRoom)
    }

    /// Whether more answers may be made.
    var hasRoom: Bool { bytes < bytesMax }

    /// Remembers a connection until it ends.
    func join(_ connection: ConnectionHandler) {
        connections[ObjectIdentifier(connection)] = connection
    }

    /// Forgets a connection that has ended.
    func leave(_ connection: ConnectionHandler) {
        connections[ObjectIdentifier(connection)] = nil
        stalled[ObjectIdentifier(connection)] = nil
    }

    /// Counts answers that are held from now on.
    func take(_ count: Int) {
        let hadRoom = hasRoom
        bytes += count
        guard hadRoom, !hasRoom else { return }
        // One that leaves its answers unread must not stop its user's others for ever.
        for connection in connections.values { connection.shareFilled() }
    }

    /// Counts answers that are held no more.
    func give(_ count: Int) {
        let hadRoom = hasRoom
        bytes -= count
        guard !hadRoom, hasRoom else { return }
        let waiting = stalled.values
        stalled = [:]
        for connection in waiting { connection.goOnSoon() }
        onRoom()
    }

    /// Lets a connection go on when there is room.
    func wait(_ connection: ConnectionHandler) {
        stalled[ObjectIdentifier(connection)] = connection
    }
}

/// The connections of one listener. Lives on the event loop.
final class OpenConnections {
    private var channels: [ObjectIdentifier: any Channel] = [:]
    /// Whether they were told that the desk stops.
    private(set) var isGoingHome = false

    /// Keeps a connection until it ends, and reports its end.
    func add(_ channel: any Channel, onEnd: @escaping () -> Void) {
        let name = ObjectIdentifier(channel)
        channels[name] = channel
        channel.closeFuture.assumeIsolated().whenComplete { _ in
            self.channels[name] = nil
            onEnd()
        }
    }

    /// Tells all of them that the desk stops, and waits until they have ended or the time is over.
    func sendHome(on loop: any EventLoop, within time: TimeAmount) -> EventLoopFuture<Void> {
        isGoingHome = true
        let over = loop.makePromise(of: Void.self)
        let all = channels.values.map { $0.closeFuture }
        let late = loop.scheduleTask(in: time) { over.succeed() }
        EventLoopFuture.andAllComplete(all, on: loop).whenComplete { _ in
            late.cancel()
            over.succeed()
        }
        for channel in channels.values {
            tell(channel)
        }
        return over.futureResult
    }

    /// Tells one that the desk stops.
    func tell(_ channel: any Channel) {
        channel.pipeline.fireUserInboundEventTriggered(DeskStops())
    }

    /// Ends all of them.
    func closeAll(on loop: any EventLoop) -> EventLoopFuture<Void> {
        EventLoopFuture.andAllComplete(
            channels.values.map { $0.close(mode: .all) }, on: loop)
    }
}

/// The event with which a connection learns that the desk stops.
struct DeskStops: Sendable {}
