import Glibc
import Logging
import ServiceLifecycle
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
        /// The path of the control socket.
        package var socket: String?
        /// The instant at which a test clock stands.
        package var testClock: Instant?

        package init(
            configurationFile: String? = nil, state: String? = nil, socket: String? = nil,
            testClock: Instant? = nil
        ) {
            self.configurationFile = configurationFile
            self.state = state
            self.socket = socket
            self.testClock = testClock
        }
    }

    private let options: Options
    /// The path of this program, to look for the worker beside it.
    private let program: String

    package init(_ options: Options, program: String) {
        self.options = options
        self.program = program
    }

    /// The configuration, or a fault with everything that is wrong with it.
    package func loadConfiguration() throws(DaemonFault) -> LoadedConfiguration {
        do {
            return try ConfigurationLoader(file: options.configurationFile).load()
        } catch {
            throw DaemonFault("\(error)", .configuration)
        }
    }

    /// Runs the desk until it is asked to stop; throws a `DaemonFault` where it cannot.
    package func run() async throws {
        let loaded = try loadConfiguration()
        let configuration = loaded.configuration
        var logger = Logger(label: "supportd") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = configuration.daemon.logLevel
        let calendar = FoundationCalendar()
        logger.notice(
            "starting",
            metadata: [
                "release": "\(Release.version)", "zones": "\(calendar.zoneData)",
                "files": "\(loaded.files.joined(separator: " "))",
            ])
        let desk = try await Desk(plan(configuration, calendar, logger), logger: logger)
        let reload = ConfigurationReload(desk: desk, program: self, running: configuration)
        var group = ServiceGroupConfiguration(
            services: [
                .init(
                    service: DeskRun(desk), successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .cancelGroup),
                .init(service: reload),
            ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(30)
        try await ServiceGroup(configuration: group).run()
    }

    /// The settings that hold from a reload on.
    func settings(_ configuration: Configuration, _ calendar: any CivilCalendar) -> DeskSettings {
        DeskSettings(
            catalogue: configuration.catalogue, policy: configuration.policy, calendar: calendar)
    }

    private func plan(
        _ configuration: Configuration, _ calendar: FoundationCalendar, _ logger: Logger
    ) -> DeskPlan {
        let daemon = configuration.daemon
        let worker = daemon.startWorker ? workerProgram(daemon.worker) : nil
        if daemon.startWorker, worker == nil {
            logger.error(
                "no supportd-worker was found: nothing is monitored",
                metadata: ["wayout": "name it in daemon.worker"])
        }
        return DeskPlan(
            state: options.state ?? daemon.state, socket: options.socket ?? daemon.socket,
            socketMode: daemon.socketMode, workerProgram: worker,
            limits: SessionLimits(
                connectionsMax: configuration.limits.connections,
                connectionsPerUserMax: configuration.limits.connectionsPerUser,
                lineSecondsMax: configuration.limits.lineSeconds,
                unreadBytesMax: configuration.limits.unreadBytes,
                unreadSecondsMax: configuration.limits.unreadSeconds),
            shape: StoreShape(
                segmentBytes: configuration.journal.segmentBytes,
                queueBytesMax: configuration.journal.queueBytes),
            snapshotRecords: configuration.journal.snapshotRecords,
            settings: settings(configuration, calendar), clock: clock)
    }

    private var clock: any DeskClock {
        options.testClock.map { TestDeskClock($0) as any DeskClock } ?? SystemDeskClock()
    }

    /// The worker that is named, or the one beside this program or in `../libexec/supportd`.
    private func workerProgram(_ named: String) -> String? {
        if !named.isEmpty { return named }
        let home = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
        let places = ["\(home)/supportd-worker", "\(home)/../libexec/supportd/supportd-worker"]
        return places.first { access($0, X_OK) == 0 }
    }
}
