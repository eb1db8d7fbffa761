import Logging
import NIOCore
package import SupportModel
import SupportStore
import SupportSystem

/// The work of `supportd` from its command line to its end.
package struct DaemonProgram: Sendable {
    /// The options of the command line; nil where the configuration decides.
    package struct Options: Sendable {
        /// The main configuration file; nil: the one in `/etc`, if it exists.
        package var configurationFile: String?
        package var state: String?
        package var newDesk = NewDeskOrder.none
        package var socket: String?
        /// The user as which workers run that something else starts; nil: the desk starts its own.
        package var workerUser: String?
        /// The socket for such workers; nil: beside the control socket.
        package var workerSocket: String?
        /// The initial time of a test clock; nil for the host's clocks.
        package var testClock: Instant?

        /// The options as typed; a test clock takes an instant such as `2026-11-01T00:00:00Z`, and
        /// the two ways to request a new desk exclude each other.
        ///
        /// - Parameters:
        ///   - makesDesk: whether `--init` was given.
        ///   - orderFile: the file of `--init-if`, which requests a new desk while it exists.
        package init(
            configurationFile: String? = nil, state: String? = nil, socket: String? = nil,
            makesDesk: Bool = false, orderFile: String? = nil, testClock: String? = nil,
            workerUser: String? = nil, workerSocket: String? = nil
        ) throws(DaemonFault) {
            (self.configurationFile, self.state, self.socket) = (configurationFile, state, socket)
            (self.workerUser, self.workerSocket) = (workerUser, workerSocket)
            // The desk's own worker has its socket beside the control socket.
            if workerSocket != nil, workerUser == nil {
                throw DaemonFault(
                    "--worker-socket takes --worker-user, which says whose workers may connect",
                    .usage)
            }
            // With both, the file would stay and would be obeyed again if the directory is ever
            // found empty.
            if makesDesk, orderFile != nil {
                throw DaemonFault(
                    "--init and --init-if exclude each other; leave one of them out", .usage)
            }
            newDesk = makesDesk ? .given : orderFile.map(NewDeskOrder.file) ?? .none
            guard let testClock else { return }
            guard let instant = Instant(testClock) else {
                throw DaemonFault(
                    "--test-clock: \(testClock) is not an instant; write one such as "
                        + "2026-11-01T00:00:00Z", .usage)
            }
            self.testClock = instant
        }
    }

    /// The release that `--version` prints.
    package static let version = Release.version

    let options: Options
    /// The path of this program; the worker is searched for beside it.
    private let program: String

    package init(_ options: Options, program: String) {
        (self.options, self.program) = (options, program)
    }

    /// The arguments of this process, without its name.
    package static func arguments() throws(DaemonFault) -> [String] {
        guard let arguments = ProcessArguments.all() else {
            throw DaemonFault(
                "the command line cannot be read, and nothing is done without it: /proc is not "
                    + "mounted, or a library that LD_PRELOAD names changed the environment",
                .usage)
        }
        return Array(arguments.dropFirst())
    }

    /// The daemon of this process. From now on, writing to a closed connection is an error of that
    /// connection and does not end the process.
    package static func ofThisProcess(_ options: Options) -> DaemonProgram {
        ProcessSetup.ignoreBrokenPipes()
        ProcessSetup.hideMemory()
        HeapMemory.mapLargeBlocks()
        // The desk has one event loop, the ledger's.
        NIOSingletons.groupLoopCountSuggestion = 1
        return DaemonProgram(options, program: ProcessIdentity.programPath)
    }

    /// Writes to standard error why the daemon cannot start or continue.
    package static func complain(_ fault: DaemonFault) {
        let lines = "supportd: \(fault)".split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            OperatorStream.standardError.write(
                .critical, PrintableText.line(String(line)),
                fields: LogMessage.fields(LogMessage.fatal, [:], from: "supportd"))
        }
    }

    /// Loads the configuration; throws a fault with everything that is wrong with it, or, when the
    /// system refuses to read it for now, a fault after which the daemon is restarted.
    package func loadConfiguration() throws(DaemonFault) -> LoadedConfiguration {
        do {
            return try ConfigurationLoader(file: options.configurationFile).load()
        } catch {
            throw DaemonFault("\(error)", error.isPassing ? .storageFailed : .configuration)
        }
    }

    /// Runs the desk until it is stopped; throws a `DaemonFault` where it cannot.
    package func run() throws {
        let log = OperatorLog(.standardError)
        // A terminal that was stopped is not waited for.
        defer { log.flush(within: .seconds(1)) }
        try run(log)
    }

    private func run(_ log: OperatorLog) throws {
        let loaded = try loadConfiguration()
        let configuration = loaded.configuration
        var logger = Logger(label: "supportd") { OperatorLogHandler(label: $0, log: log) }
        logger.logLevel = configuration.daemon.logLevel
        let calendar = FoundationCalendar()
        logger.notice(
            "starting",
            metadata: [
                "release": "\(Release.version)", "zones": "\(calendar.zoneData)",
                "files": "\(loaded.files.joined(separator: " "))",
            ])
        var plan = try plan(configuration, calendar, logger)
        plan.take(try InheritedSockets.taken(), logger)
        let file = options.configurationFile
        plan.configuration = ConfigurationInUse(loaded, at: plan.clock.now) {
            () throws(ConfigurationReport) in try ConfigurationLoader(file: file).load()
        }
        let desk = try Self.desk(plan, logger, log)
        let reload = ConfigurationReload(desk: desk, program: self, running: configuration)
        try DeskRun(desk, reload: reload.run).run()
    }

    /// The desk of a plan, recovered. A refusal of the system ends with a status after which the
    /// daemon is restarted. A signal ends the process during recovery, and is an order to the desk
    /// from then on.
    private static func desk(
        _ plan: DeskPlan, _ logger: Logger, _ log: OperatorLog
    ) throws -> Desk {
        do {
            let recovered = try Desk.recover(plan, logger)
            let orders = DeskOrders()
            try ProcessSignals.take { signal in
                switch signal {
                case .terminate, .interrupt: orders.give(.stop)
                case .hangUp: orders.give(.reload)
                }
            }
            try log.startThread()
            return try Desk(plan, recovered, orders, logger: logger)
        } catch let fault as SystemFault {
            throw DaemonFault("\(fault)", .storageFailed)
        }
    }

    /// The settings that apply from a reload on.
    ///
    /// - Parameter running: the configuration that the daemon was started with, as its state
    ///   directory stays in use.
    func settings(
        _ configuration: Configuration, _ calendar: any CivilCalendar, running: Configuration
    ) -> DeskSettings {
        DeskSettings(
            catalogue: configuration.catalogue, policy: configuration.policy, calendar: calendar,
            deadlines: configuration.deadlineRules(calendar),
            rights: configuration.rights, clockLimits: configuration.clock.limits,
            accessKey: configuration.access.key(
                inStateDirectory: options.state ?? running.daemon.state),
            notices: configuration.noticeRules, deliveries: DeliverySettings(configuration))
    }

    private func plan(
        _ configuration: Configuration, _ calendar: FoundationCalendar, _ logger: Logger
    ) throws(DaemonFault) -> DeskPlan {
        let daemon = configuration.daemon
        let startsWorker = daemon.startWorker && options.workerUser == nil
        let worker = startsWorker ? workerProgram(daemon.worker) : nil
        if startsWorker, worker == nil {
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
            control: ListeningSocket(
                path: options.socket ?? daemon.socket, mode: daemon.socketMode),
            workerProgram: worker,
            limits: ConnectionLimits(
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
        if !daemon.readSocket.isEmpty {
            plan.reading = ListeningSocket(path: daemon.readSocket, mode: daemon.readSocketMode)
        }
        plan.compressAfterDays =
            configuration.journal.compress ? configuration.journal.compressAfterDays : nil
        plan.archive = configuration.journal.archiveDirectory
        plan.outsideWorkers = try OutsideWorkers(options)
        return plan
    }

    private var clock: any DeskClock {
        options.testClock.map { TestDeskClock($0) as any DeskClock } ?? SystemDeskClock()
    }

    /// The worker that is configured, or the one beside this program or in `../libexec/supportd`.
    private func workerProgram(_ named: String) -> String? {
        if !named.isEmpty { return named }
        let home = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
        let places = ["\(home)/supportd-worker", "\(home)/../libexec/supportd/supportd-worker"]
        return places.first(where: ExecutableFile.isThere)
    }
}
