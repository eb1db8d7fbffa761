import Logging
import NIOCore
package import SupportModel
import SupportStore
import SupportSystem

/// What `supportd` does between its command line and its end.
package struct DaemonProgram: Sendable {
    /// What the command line says; nil where the configuration's word holds.
    package struct Options: Sendable {
        /// The main configuration file; nil: the one in `/etc`, if it is there.
        package var configurationFile: String?
        /// The directory of the journal.
        package var state: String?
        /// Whether a new desk may be begun.
        package var newDesk = NewDeskOrder.none
        /// The path of the control socket.
        package var socket: String?
        /// The instant at which a test clock stands.
        package var testClock: Instant?

        /// The options as they were typed; a test clock must stand at an instant such as
        /// `2026-11-01T00:00:00Z`, and a new desk is asked for in one way.
        ///
        /// - Parameters:
        ///   - makesDesk: whether a new desk was asked for.
        ///   - orderFile: the file that asks for one while it is there.
        package init(
            configurationFile: String? = nil, state: String? = nil, socket: String? = nil,
            makesDesk: Bool = false, orderFile: String? = nil, testClock: String? = nil
        ) throws(DaemonFault) {
            self.configurationFile = configurationFile
            self.state = state
            self.socket = socket
            // With both the file would stay, and be obeyed when the directory is found empty.
            if makesDesk, orderFile != nil {
                throw DaemonFault(
                    "--init and --init-if exclude each other; leave one of them out", .usage)
            }
            newDesk = makesDesk ? .given : orderFile.map(NewDeskOrder.file) ?? .none
            guard let testClock else { return }
            guard let instant = Instant(testClock) else {
                throw DaemonFault(
                    "--test-clock: \(testClock) is no instant; give one such as "
                        + "2026-11-01T00:00:00Z", .usage)
            }
            self.testClock = instant
        }
    }

    /// What `--version` says.
    package static let version = Release.version

    private let options: Options
    /// The path of this program, to look for the worker beside it.
    private let program: String

    package init(_ options: Options, program: String) {
        self.options = options
        self.program = program
    }

    /// What this process was started with, its name not included.
    package static func arguments() throws(DaemonFault) -> [String] {
        guard let arguments = ProcessArguments.all() else {
            throw DaemonFault(
                "the command line cannot be read, and nothing is done without it: /proc is not "
                    + "mounted, or a library that LD_PRELOAD names changed the environment",
                .usage)
        }
        return Array(arguments.dropFirst())
    }

    /// The daemon that this process is: from now on writing to a connection that was closed is an
    /// error of that connection and not the end of the process.
    package static func ofThisProcess(_ options: Options) -> DaemonProgram {
        ProcessSetup.ignoreBrokenPipes()
        ProcessSetup.hideMemory()
        HeapMemory.mapLargeBlocks()
        // The desk has one event loop, the ledger's.
        NIOSingletons.groupLoopCountSuggestion = 1
        return DaemonProgram(options, program: ProcessIdentity.programPath)
    }

    /// Says on standard error why the daemon cannot start or go on.
    package static func complain(_ fault: DaemonFault) {
        let lines = "supportd: \(fault)".split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { OperatorStream.standardError.write(.critical, String(line)) }
    }

    /// The configuration, or a fault with everything that is wrong with it; where the system only
    /// refuses to show it for now, a fault after which the daemon is started again.
    package func loadConfiguration() throws(DaemonFault) -> LoadedConfiguration {
        do {
            return try ConfigurationLoader(file: options.configurationFile).load()
        } catch {
            throw DaemonFault("\(error)", error.isPassing ? .storageFailed : .configuration)
        }
    }

    /// Runs the desk until it is asked to stop; throws a `DaemonFault` where it cannot.
    package func run() throws {
        let loaded = try loadConfiguration()
        let configuration = loaded.configuration
        var logger = Logger(label: "supportd") { OperatorLogHandler(label: $0) }
        logger.logLevel = configuration.daemon.logLevel
        let calendar = FoundationCalendar()
        logger.notice(
            "starting",
            metadata: [
                "release": "\(Release.version)", "zones": "\(calendar.zoneData)",
                "files": "\(loaded.files.joined(separator: " "))",
            ])
        let desk = try Self.desk(plan(configuration, calendar, logger), logger)
        let reload = ConfigurationReload(desk: desk, program: self, running: configuration)
        try DeskRun(desk, reload: reload.run).run()
    }

    /// The desk of a plan, recovered; what the system refuses meanwhile may be had at another
    /// start. A signal ends a recovery, and is an order to the desk from then on.
    private static func desk(_ plan: DeskPlan, _ logger: Logger) throws -> Desk {
        do {
            let recovered = try Desk.recover(plan, logger)
            let orders = DeskOrders()
            try ProcessSignals.take { signal in
                switch signal {
                case .terminate, .interrupt: orders.give(.stop)
                case .hangUp: orders.give(.reload)
                }
            }
            return try Desk(plan, recovered, orders, logger: logger)
        } catch let fault as SystemFault {
            throw DaemonFault("\(fault)", .storageFailed)
        }
    }

    /// The settings that hold from a reload on.
    ///
    /// - Parameter running: what the daemon was started with: it stays in that state directory.
    func settings(
        _ configuration: Configuration, _ calendar: any CivilCalendar, running: Configuration
    ) -> DeskSettings {
        DeskSettings(
            catalogue: configuration.catalogue, policy: configuration.policy, calendar: calendar,
            clockLimits: configuration.clock.limits,
            accessKey: configuration.access.key(
                inStateDirectory: options.state ?? running.daemon.state))
    }

    private func plan(
        _ configuration: Configuration, _ calendar: FoundationCalendar, _ logger: Logger
    ) throws(DaemonFault) -> DeskPlan {
        let daemon = configuration.daemon
        let worker = daemon.startWorker ? workerProgram(daemon.worker) : nil
        if daemon.startWorker, worker == nil {
            logger.error(
                "no supportd-worker was found: nothing is monitored",
                metadata: ["hint": "name it in daemon.worker"])
        }
        let budget = try DescriptorBudget(
            descriptors: ProcessSetup.raiseDescriptorLimit(),
            connectionsWanted: configuration.limits.connections)
        if let shortage = budget.shortage {
            logger.warning(
                "fewer connections are taken than configured",
                metadata: ["cause": "\(shortage)", "hint": "\(DescriptorBudget.hint)"])
        }
        var plan = DeskPlan(
            state: options.state ?? daemon.state, newDesk: options.newDesk,
            socket: options.socket ?? daemon.socket,
            socketMode: daemon.socketMode, workerProgram: worker,
            limits: SessionLimits(
                connectionsMax: budget.connections,
                connectionsPerUserMax: min(
                    budget.connections, configuration.limits.connectionsPerUser),
                lineSecondsMax: configuration.limits.lineSeconds,
                unreadBytesMax: configuration.limits.unreadBytes,
                unreadSecondsMax: configuration.limits.unreadSeconds),
            shape: StoreShape(
                segmentBytes: configuration.journal.segmentBytes,
                queueBytesMax: configuration.journal.queueBytes),
            snapshotRecords: configuration.journal.snapshotRecords,
            settings: settings(configuration, calendar, running: configuration), clock: clock)
        plan.shortage = budget.shortage
        return plan
    }

    private var clock: any DeskClock {
        options.testClock.map { TestDeskClock($0) as any DeskClock } ?? SystemDeskClock()
    }

    /// The worker that is named, or the one beside this program or in `../libexec/supportd`.
    private func workerProgram(_ named: String) -> String? {
        if !named.isEmpty { return named }
        let home = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
        let places = ["\(home)/supportd-worker", "\(home)/../libexec/supportd/supportd-worker"]
        return places.first(where: ExecutableFile.isThere)
    }
}
