import SupportModel
package import SupportStore

/// What a desk needs to run, from the configuration and the command line.
package struct DeskPlan: Sendable {
    package var state: String
    package var newDesk: NewDeskOrder
    /// The control socket.
    package var control: ListeningSocket
    /// The socket that only reads; nil for none.
    package var reading: ListeningSocket?
    /// The worker's program; nil when none is started.
    package var workerProgram: String?
    package var limits: ConnectionLimits
    /// Why fewer connections are accepted than configured; nil when they are not.
    package var shortage: String?
    /// The sizes of the journal's segments and of its queue.
    package var shape: StoreShape
    /// The number of records between two snapshots; 0: only on request.
    package var snapshotRecords: Int
    /// The days for which a segment stays as it is after its last record, before it is compressed;
    /// nil where none is.
    package var compressAfterDays: Int?
    /// The directory of segments that were compressed; nil where they stay in the state directory.
    package var archive: String?
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
        state: String, newDesk: NewDeskOrder = .none, control: ListeningSocket,
        workerProgram: String? = nil,
        limits: ConnectionLimits = ConnectionLimits(), shape: StoreShape = StoreShape(),
        snapshotRecords: Int = 100_000, settings: DeskSettings,
        clock: any DeskClock = SystemDeskClock()
    ) {
        (self.state, self.newDesk, self.control) = (state, newDesk, control)
        (self.workerProgram, self.limits) = (workerProgram, limits)
        (self.shape, self.snapshotRecords, self.settings) = (shape, snapshotRecords, settings)
        self.clock = clock
    }

    /// Where workers that the desk does not start come from; nil where it starts its own.
    package var outsideWorkers: OutsideWorkers?

    /// The socket for workers: beside the control socket, unless it is named.
    package var workerSocket: String {
        if let outsideWorkers, let named = outsideWorkers.socket { return named }
        let socket = control.path
        let base = socket.hasSuffix(".sock") ? String(socket.dropLast(5)) : socket
        return base + "-worker.sock"
    }
}

/// A Unix socket on which callers are awaited.
package struct ListeningSocket: Hashable, Sendable {
    /// Absolute, at most 107 bytes.
    package var path: String
    /// The permission bits of the socket's file.
    package var mode: UInt32
    /// The socket as the service manager passed it, listening; nil where the desk binds its own.
    package var inherited: CInt?

    package init(path: String, mode: UInt32 = 0o666) {
        (self.path, self.mode) = (path, mode)
    }

    /// Where the listener listens.
    var place: UnixListener.Place {
        inherited.map { .inherited($0, path) } ?? .path(path, mode: mode)
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
