package import Logging

/// `[daemon]`: where the daemon keeps its state, where it listens, and what it starts.
package struct DaemonTable: Hashable, Sendable {
    /// The directory of the journal; absolute.
    package var state = "/var/lib/supportd"
    /// The Unix socket; absolute, at most 107 bytes.
    package var socket = "/run/supportd/supportd.sock"
    /// The socket's permissions, `0o600` to `0o777`; the owner can always read and write.
    package var socketMode: UInt32 = 0o660
    /// The program of the worker; empty where it is looked for beside the daemon.
    package var worker = ""
    /// Whether the daemon starts a worker of its own.
    package var startWorker = true
    /// The least severe messages that are logged.
    package var logLevel = Logger.Level.info

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("state", .path, into: &state)
        table.read("socket", .socketPath, into: &socket)
        table.read("socket_mode", .socketMode, into: &socketMode)
        table.read("worker", .pathOrEmpty, into: &worker)
        table.read("start_worker", .boolean, into: &startWorker)
        table.read("log_level", .choice, into: &logLevel)
    }
}

/// `[journal]`: how the record of every change is kept.
package struct JournalTable: Hashable, Sendable {
    /// The size at which a new segment is begun, in bytes: 1 MiB to 1 GiB.
    package var segmentBytes = 16_777_216
    /// Records between two snapshots; 0 where none is written unless asked for.
    package var snapshotRecords = 100_000
    /// What may wait for the disk, in bytes, before writes are refused: 2 MiB to 4 GiB.
    package var queueBytes = 67_108_864

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("segment_bytes", .integer(1_048_576...1_073_741_824), into: &segmentBytes)
        table.read("snapshot_records", .integer(0...1_000_000_000), into: &snapshotRecords)
        table.read("queue_bytes", .integer(2_097_152...4_294_967_296), into: &queueBytes)
    }
}

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

/// `[clock]`: how far the wall clock may go ahead before its time is doubted.
package struct ClockTable: Hashable, Sendable {
    /// The most that it may be set forward at once, and how long the desk may have been off where
    /// the host's clock is not synchronised: days, 1 to 366 and 1 to 3660.
    package var limits = ClockLimits()

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("forward_days", .integer(1...366), into: &limits.forwardDays)
        table.read("downtime_days", .integer(1...3660), into: &limits.downtimeDays)
    }
}

/// `[access]`: where the key lies that the secrets of clients are sealed with.
package struct CredentialTable: Hashable, Sendable {
    /// The key's file; empty where it is the desk's own in the state directory.
    package var keyFile = ""

    /// The table as it is where no file sets a key of it.
    package init() {}

    /// The key's file, with the state directory that the desk was started in.
    func key(inStateDirectory state: String) -> CredentialKeyFile {
        keyFile.isEmpty
            ? CredentialKeyFile(inStateDirectory: state) : CredentialKeyFile(named: keyFile)
    }

    mutating func read(_ table: inout TableReader) {
        table.read("key_file", .pathOrEmpty, into: &keyFile)
    }
}
