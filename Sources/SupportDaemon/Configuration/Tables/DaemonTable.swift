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
