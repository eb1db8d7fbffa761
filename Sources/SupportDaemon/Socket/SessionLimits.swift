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
}
