package import Logging

/// `[daemon]`: the state directory, the socket, the worker and the log of the daemon.
package struct DaemonTable: Hashable, Sendable {
    /// The state directory; absolute.
    package var state = "/var/lib/supportd"
    /// The control socket's path; absolute, at most 107 bytes.
    package var socket = "/run/supportd/supportd.sock"
    /// The socket's permissions, `0o600` to `0o777`; the owner can always read and write.
    package var socketMode: UInt32 = 0o666
    /// The path of a second socket, which only reads; empty: none.
    package var readSocket = ""
    /// The second socket's permissions, likewise.
    package var readSocketMode: UInt32 = 0o666
    /// The worker's program; empty: searched for beside the daemon.
    package var worker = ""
    package var startWorker = true
    /// The least severe level that is logged.
    package var logLevel = Logger.Level.info

    mutating func read(_ table: inout TableReader) {
        table.read("state", .path, into: &state)
        table.read("socket", .socketPath, into: &socket)
        table.read("socket_mode", .socketMode, into: &socketMode)
        table.read("read_socket", .socketPathOrEmpty, into: &readSocket)
        table.read("read_socket_mode", .socketMode, into: &readSocketMode)
        table.read("worker", .pathOrEmpty, into: &worker)
        table.read("start_worker", .boolean, into: &startWorker)
        table.read("log_level", .choice, into: &logLevel)
    }

    func check(_ draft: inout ConfigurationDraft) {
        guard readSocket == socket else { return }
        draft.report(
            ["daemon.read_socket", "daemon.socket"],
            "the socket that only reads would be the control socket",
            "give `read_socket` a path of its own, or leave it empty for none")
    }
}

/// `[journal]`: the sizes of the journal.
package struct JournalTable: Hashable, Sendable {
    /// The size of a segment, in bytes: 1 MiB to 1 GiB.
    package var segmentBytes = 16_777_216
    /// Records between two snapshots, 0 to 1 000 000 000; 0: only on request.
    package var snapshotRecords = 100_000
    /// How many bytes may wait for the disk before changes are refused: 2 MiB to 4 GiB.
    package var queueBytes = 67_108_864
    /// Whether old segments are compressed.
    package var compress = false
    /// The days for which they stay plain after their last record, 0 to 36 500.
    package var compressAfterDays = 30
    /// The directory that they are moved to, absolute; empty: they stay in the state directory.
    package var archive = ""

    /// The directory that they are moved to; nil for none.
    package var archiveDirectory: String? { archive.isEmpty ? nil : archive }

    mutating func read(_ table: inout TableReader) {
        table.read("segment_bytes", .integer(1_048_576...1_073_741_824), into: &segmentBytes)
        table.read("snapshot_records", .integer(0...1_000_000_000), into: &snapshotRecords)
        table.read("queue_bytes", .integer(2_097_152...4_294_967_296), into: &queueBytes)
        table.read("compress", .boolean, into: &compress)
        table.read("compress_after_days", .integer(0...36_500), into: &compressAfterDays)
        table.read("archive", .pathOrEmpty, into: &archive)
    }
}

/// `[limits]`: what callers may use of the daemon.
package struct LimitsTable: Hashable, Sendable {
    /// Connections at a time, of all users: 1 to 65 536.
    package var connections = 512
    /// Connections at a time of one Unix user: 1 to `connections`.
    package var connectionsPerUser = 128
    /// How long a line may stay incomplete, in seconds: 1 to 3600.
    package var lineSeconds = 10
    /// How many bytes of answers a client may leave unread before the desk stops reading from it:
    /// 64 KiB to 1 GiB.
    package var unreadBytes = 1_048_576
    /// How long a client may leave them unread before its connection is closed, in seconds: 1 to 86
    /// 400.
    package var unreadSeconds = 60

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

/// `[clock]`: how far the wall clock may jump forward before its time is doubted.
package struct ClockTable: Hashable, Sendable {
    /// In days: the furthest that it may be set forward at once, 1 to 366, and how long the desk
    /// may have been off where the host's clock is not synchronised, 1 to 3660.
    package var limits = ClockLimits()

    mutating func read(_ table: inout TableReader) {
        table.read("forward_days", .integer(1...366), into: &limits.forwardDays)
        table.read("downtime_days", .integer(1...3660), into: &limits.downtimeDays)
    }
}

/// `[access]`: the key that seals the secrets of clients.
package struct CredentialTable: Hashable, Sendable {
    /// The key's file; empty: the desk's own in the state directory.
    package var keyFile = ""

    /// The key's file; `state` is the state directory that the desk was started with.
    func key(inStateDirectory state: String) -> CredentialKeyFile {
        keyFile.isEmpty
            ? CredentialKeyFile(inStateDirectory: state) : CredentialKeyFile(named: keyFile)
    }

    mutating func read(_ table: inout TableReader) {
        table.read("key_file", .pathOrEmpty, into: &keyFile)
    }
}
