/// What all lines hold that have begun and not ended, and whose must go when it is too much.
package struct UnfinishedLines<Owner: Hashable> {
    private let userBytesMax: Int
    private let bytesMax: Int
    private var lines: [Owner: Line] = [:]
    private var perUser: [UInt32: Int] = [:]
    private var begun: UInt64 = 0
    /// What all of them hold, in bytes.
    package private(set) var bytes = 0

    /// One of them.
    private struct Line {
        var user: UInt32
        var bytes: Int
        /// Which of two began first.
        var order: UInt64
    }

    /// - Parameters:
    ///   - userBytesMax: what those of one user may hold, in bytes.
    ///   - bytesMax: what those of everybody may hold, in bytes.
    package init(userBytesMax: Int, bytesMax: Int) {
        (self.userBytesMax, self.bytesMax) = (userBytesMax, bytesMax)
    }

    /// Notes what a connection's unfinished line holds now; 0 when it has ended or was given up.
    package mutating func note(_ count: Int, of connection: Owner, user: UInt32) {
        let old = lines[connection]
        bytes += count - (old?.bytes ?? 0)
        let own = (perUser[user] ?? 0) + count - (old?.bytes ?? 0)
        perUser[user] = own > 0 ? own : nil
        guard count > 0 else {
            lines[connection] = nil
            return
        }
        if old == nil { begun += 1 }
        lines[connection] = Line(user: user, bytes: count, order: old?.order ?? begun)
    }

    /// The connection whose line must go, and how much such lines may hold; nil while all may stay.
    ///
    /// The oldest of the user who holds too much; of the one who holds most where all together do.
    package func victim() -> (connection: Owner, bytesMax: Int)? {
        guard bytes > min(userBytesMax, bytesMax) else { return nil }
        guard let (user, most) = perUser.max(by: { $0.value < $1.value }),
            most > userBytesMax || bytes > bytesMax
        else { return nil }
        let oldest = lines.filter { $0.value.user == user }
            .min { $0.value.order < $1.value.order }
        return oldest.map { ($0.key, most > userBytesMax ? userBytesMax : bytesMax) }
    }
}

/// What one connection, and all of them together, may use.
package struct ConnectionLimits: Hashable, Sendable {
    /// Connections at a time, of everybody.
    package var connectionsMax: Int
    /// Connections at a time of one Unix user.
    package var connectionsPerUserMax: Int
    /// How long a line that was begun may take to end, in seconds.
    package var lineSecondsMax: Int
    /// Answers that a client may leave unread before it is read no further, in bytes.
    package var unreadBytesMax: Int
    /// How long it may leave them unread before the connection is closed, in seconds.
    package var unreadSecondsMax: Int
    /// What the unfinished lines of one user may hold, in bytes: 16 MiB.
    package var unfinishedPerUserBytesMax = 16_777_216
    /// What all unfinished lines may hold, in bytes: 64 MiB.
    package var unfinishedBytesMax = 67_108_864

    package init(
        connectionsMax: Int = 512, connectionsPerUserMax: Int = 128, lineSecondsMax: Int = 10,
        unreadBytesMax: Int = 1_048_576, unreadSecondsMax: Int = 60
    ) {
        (self.connectionsMax, self.connectionsPerUserMax) = (connectionsMax, connectionsPerUserMax)
        (self.lineSecondsMax, self.unreadBytesMax) = (lineSecondsMax, unreadBytesMax)
        self.unreadSecondsMax = unreadSecondsMax
    }

    /// How many of the connections only root and the daemon's own user may take: 8, and of few an
    /// eighth.
    package var connectionsKept: Int { min(8, connectionsMax / 8) }

    /// Answers of one user, of all connections together, after which none of them is answered
    /// further, in bytes: 16 MiB, and never less than four connections may leave unread.
    package var userBytesMax: Int { max(16_777_216, 4 * unreadBytesMax) }
}
