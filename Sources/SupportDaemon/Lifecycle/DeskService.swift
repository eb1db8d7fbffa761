import SupportModel
package import SupportStore

/// What a desk needs to run, from the configuration and the command line.
package struct DeskPlan: Sendable {
    package var state: String
    package var newDesk: NewDeskOrder
    package var socket: String
    /// The permission bits of the socket's file.
    package var socketMode: UInt32
    /// The control socket as the service manager passed it, listening; nil where the desk binds its
    /// own.
    package var inheritedSocket: CInt?
    /// The worker's program; nil when none is started.
    package var workerProgram: String?
    package var limits: ConnectionLimits
    /// Why fewer connections are accepted than configured; nil when they are not.
    package var shortage: String?
    /// The sizes of the journal's segments and of its queue.
    package var shape: StoreShape
    /// The number of records between two snapshots; 0: only on request.
    package var snapshotRecords: Int
    /// The settings to start with.
    package var settings: DeskSettings
    package var clock: any DeskClock
    /// The files of the configuration, for examinations; nil for a desk that was made without.
    package var configuration: ConfigurationInUse?
    /// Says what a user is called.
    package var lookUpUser: PeerNames.LookUp = PeerNames.ofHost
    /// Finds the number of a Unix group that has a role.
    package var lookUpGroup: RoleGroups.LookUp = RoleGroups.ofHost
    /// What examinations look at.
    package var host: any ExaminedHost = ThisHost()

    package init(
        state: String, newDesk: NewDeskOrder = .none, socket: String, socketMode: UInt32 = 0o666,
        workerProgram: String? = nil,
        limits: ConnectionLimits = ConnectionLimits(), shape: StoreShape = StoreShape(),
        snapshotRecords: Int = 100_000, settings: DeskSettings,
        clock: any DeskClock = SystemDeskClock()
    ) {
        (self.state, self.newDesk, self.socket) = (state, newDesk, socket)
        (self.socketMode, self.workerProgram, self.limits) = (socketMode, workerProgram, limits)
        (self.shape, self.snapshotRecords, self.settings) = (shape, snapshotRecords, settings)
        self.clock = clock
    }

    /// Where workers that the desk does not start come from; nil where it starts its own.
    package var outsideWorkers: OutsideWorkers?

    /// The socket for workers: beside the control socket, unless it is named.
    package var workerSocket: String {
        if let outsideWorkers, let named = outsideWorkers.socket { return named }
        let base = socket.hasSuffix(".sock") ? String(socket.dropLast(5)) : socket
        return base + "-worker.sock"
    }
}

/// Workers that something else starts and that run as another user.
package struct OutsideWorkers: Hashable, Sendable {
    /// The only user whose processes are taken for workers.
    package let user: UInt32
    /// The socket on which they are awaited, in a directory that others cannot enter; nil: beside
    /// the control socket.
    package let socket: String?

    package init(user: UInt32, socket: String?) {
        (self.user, self.socket) = (user, socket)
    }
}

/// A part of the daemon that runs as long as the desk.
protocol DeskService: Sendable {
    /// Stops a service and waits for its end.
    typealias Stop = () -> Void

    /// The name of the service in the log.
    var name: String { get }
    /// Starts the service; when it returns, the service works. The result stops it.
    func start(_ desk: Desk) throws -> Stop
}
