package import SupportModel
import SupportWire

/// What the ledger keeps for examinations alone.
package struct RunFacts: Sendable {
    /// The configuration; nil for a desk that was made without files.
    package var configuration: ConfigurationInUse?
    /// Counts the connections, on the event loop; nil before the desk listens.
    package var countConnections: (@Sendable () -> Int)?
    /// The worker that is connected; nil for none.
    package var worker: ConnectedWorker?
    /// When a backup last asked for the list of files, since the start; nil for never.
    package var backupAt: Instant?
    /// Examines the desk; nil before that is possible.
    var examiner: Examiner?
}

/// The worker that is connected: the release that it greeted with, and the number of its process as
/// the kernel says.
package typealias ConnectedWorker = (release: String, process: Int32)

/// The configuration that a desk goes by.
package struct ConfigurationInUse: Sendable {
    /// What the daemon was started with.
    package let running: Configuration
    /// What was read last and holds as far as it takes no restart.
    package private(set) var inForce: LoadedConfiguration
    /// When that was read, by the desk's clock.
    package private(set) var readAt: Instant
    /// Reads the files again and checks them.
    package let load: @Sendable () throws(ConfigurationReport) -> LoadedConfiguration

    /// The configuration of a daemon that starts.
    package init(
        _ loaded: LoadedConfiguration, at now: Instant,
        load: @escaping @Sendable () throws(ConfigurationReport) -> LoadedConfiguration
    ) {
        (running, inForce, readAt) = (loaded.configuration, loaded, now)
        self.load = load
    }

    /// Notes what a reload has read.
    mutating func take(_ loaded: LoadedConfiguration, at now: Instant) {
        (inForce, readAt) = (loaded, now)
    }
}

/// What the desk was started with, as far as examinations look at it.
package struct ExaminedPlan: Sendable {
    /// A socket on which the desk listens.
    package struct Socket: Hashable, Sendable {
        package let path: String
        /// The permission bits that it was made with; nil where the service manager made it.
        package let mode: UInt32?

        package init(path: String, mode: UInt32?) {
            (self.path, self.mode) = (path, mode)
        }
    }

    /// The state directory.
    package var state: String
    /// The sockets for callers, the control socket first.
    package var sockets: [Socket]
    /// Whether workers are started, here or by another program.
    package var takesWorkers: Bool
    /// The size of a segment, in bytes.
    package var segmentBytes: Int
    /// The records between two snapshots; 0: only on request.
    package var snapshotRecords: Int
    /// Connections at a time.
    package var connectionsMax: Int

    package init(
        state: String, sockets: [Socket] = [], takesWorkers: Bool = true,
        segmentBytes: Int = 16_777_216, snapshotRecords: Int = 100_000, connectionsMax: Int = 512
    ) {
        (self.state, self.sockets, self.takesWorkers) = (state, sockets, takesWorkers)
        (self.segmentBytes, self.snapshotRecords) = (segmentBytes, snapshotRecords)
        self.connectionsMax = connectionsMax
    }

    /// The same of a daemon's plan.
    init(_ plan: DeskPlan) {
        self.init(
            state: plan.state,
            sockets: plan.sockets.map { socket, _ in
                Socket(path: socket.path, mode: socket.inherited == nil ? socket.mode : nil)
            }, takesWorkers: plan.workerProgram != nil || plan.outsideWorkers != nil,
            segmentBytes: plan.shape.segmentBytes, snapshotRecords: plan.snapshotRecords,
            connectionsMax: plan.limits.connectionsMax)
    }
}

/// A desk at one moment, as an examination sees it.
package struct ExaminedDesk: Sendable {
    /// The state, the settings, the worker, the log.
    package var view: DeskView
    package var plan: ExaminedPlan
    package var facts: RunFacts
    /// Connections at that moment; nil where nobody listens.
    package var connections: Int?
    /// The last record of the newest snapshot; 0 for none.
    package var newestSnapshot: UInt64
    package var host: any ExaminedHost
}

extension Ledger {
    /// The desk as it is now, for an examination.
    package func examined(
        _ plan: ExaminedPlan, newestSnapshot: UInt64, host: any ExaminedHost
    ) -> ExaminedDesk {
        ExaminedDesk(
            view: view(at: clock.now), plan: plan, facts: facts,
            connections: facts.countConnections?(), newestSnapshot: newestSnapshot, host: host)
    }
}
