import SupportModel
package import SupportStore

/// Everything a desk needs to know to run: what the configuration and the command line said.
package struct DeskPlan: Sendable {
    /// The state directory.
    package var state: String
    /// Whether a new desk may be begun there.
    package var newDesk: NewDeskOrder
    /// The control socket's path.
    package var socket: String
    /// The permission bits of the socket's file.
    package var socketMode: UInt32
    /// The worker's program; nil when nobody is to start one.
    package var workerProgram: String?
    /// What callers may use.
    package var limits: SessionLimits
    /// Why that is less than was configured; nil where it is not.
    package var shortage: String?
    /// How large the journal's segments and its queue may grow.
    package var shape: StoreShape
    /// After how many records a snapshot is written; 0: only when asked.
    package var snapshotRecords: Int
    /// What the rules are given to begin with.
    package var settings: DeskSettings
    /// Where the desk reads the time.
    package var clock: any DeskClock

    package init(
        state: String, newDesk: NewDeskOrder = .none, socket: String, socketMode: UInt32 = 0o660,
        workerProgram: String? = nil,
        limits: SessionLimits = SessionLimits(), shape: StoreShape = StoreShape(),
        snapshotRecords: Int = 100_000, settings: DeskSettings,
        clock: any DeskClock = SystemDeskClock()
    ) {
        self.state = state
        self.newDesk = newDesk
        self.socket = socket
        self.socketMode = socketMode
        self.workerProgram = workerProgram
        self.limits = limits
        self.shape = shape
        self.snapshotRecords = snapshotRecords
        self.settings = settings
        self.clock = clock
    }

    /// Where workers connect: beside the control socket.
    package var workerSocket: String {
        let base = socket.hasSuffix(".sock") ? String(socket.dropLast(5)) : socket
        return base + "-worker.sock"
    }
}
