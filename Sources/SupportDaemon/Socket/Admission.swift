package import SupportWire

/// How many connections there are, and whose: says who may have another one.
package struct Admission {
    private let limits: SessionLimits
    /// How many there are, of everybody.
    package private(set) var count = 0
    private var perUser: [UInt32: Int] = [:]

    /// Nobody is connected.
    package init(_ limits: SessionLimits) { self.limits = limits }

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
