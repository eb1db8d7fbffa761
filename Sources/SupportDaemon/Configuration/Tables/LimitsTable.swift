/// `[limits]`: how much of the daemon its callers may take up.
package struct LimitsTable: Hashable, Sendable {
    /// Connections at a time, of everybody: 1 to 65 536.
    package var connections = 512
    /// Connections at a time of one Unix user: 1 to `connections`.
    package var connectionsPerUser = 128
    /// How long a line may stay half sent, in seconds: 1 to 3600.
    package var lineSeconds = 10
    /// Answers that a client may leave unread, in bytes, before the desk stops reading from it:
    /// 64 KiB to 1 GiB.
    package var unreadBytes = 1_048_576
    /// How long a client may leave them unread, in seconds, before it is cut off: 1 to 86 400.
    package var unreadSeconds = 60

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("connections", .integer(1...65_536), into: &connections)
        table.read("connections_per_user", .integer(1...65_536), into: &connectionsPerUser)
        table.read("line_seconds", .integer(1...3600), into: &lineSeconds)
        table.read("unread_bytes", .integer(65_536...1_073_741_824), into: &unreadBytes)
        table.read("unread_seconds", .integer(1...86_400), into: &unreadSeconds)
    }

    func check(_ draft: inout ConfigurationDraft) {
        guard connectionsPerUser > connections else { return }
        draft.report(
            ["limits.connections_per_user", "limits.connections"],
            "\(connectionsPerUser) for one user is more than the \(connections) for everybody",
            "give `connections_per_user` from 1 to `connections`")
    }
}
