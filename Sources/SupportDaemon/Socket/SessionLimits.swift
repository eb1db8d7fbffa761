/// What one connection, and all of them together, may use.
package struct SessionLimits: Hashable, Sendable {
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
        self.connectionsMax = connectionsMax
        self.connectionsPerUserMax = connectionsPerUserMax
        self.lineSecondsMax = lineSecondsMax
        self.unreadBytesMax = unreadBytesMax
        self.unreadSecondsMax = unreadSecondsMax
    }

    /// How many of the connections only root and the daemon's own user may take: 8, and of few an
    /// eighth.
    package var connectionsKept: Int { min(8, connectionsMax / 8) }

    /// Answers of one user, of all connections together, after which none of them is answered
    /// further, in bytes: 16 MiB, and never less than four connections may leave unread.
    package var userBytesMax: Int { max(16_777_216, 4 * unreadBytesMax) }
}
