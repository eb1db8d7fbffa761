import Logging
import NIOCore
import SupportLink
import SupportModel
import SupportSystem
import SupportWire

/// The desk's side of its workers: which one is connected, and which orders it is sent.
///
/// Confined to the event loop. A worker is assigned every monitor; one worker is connected at a
/// time, and a second connection replaces the first.
final class WorkerDesk {
    private let ledger: Ledger
    private let clock: any DeskClock
    private let logger: Logger
    private let loop: any EventLoop
    private var connection: WorkerConnection?
    private var pulse: WorkerPulse?
    private var pulseCheck: Scheduled<Void>?
    /// What `status` answers about the connected worker.
    private var standing = WorkerStanding(connected: false)
    private var replacesHung = false
    /// The attempts to log in that the worker was asked for.
    let logins = WorkerLogins()
    /// The deliveries of notices that the worker was asked for.
    let notices: WorkerNotices
    /// Whether the desk is stopping, so that the end of its worker's connection is expected.
    var isStopping = false
    /// Keeps a worker running; nil where the desk starts none.
    private let child: WorkerChild?
    /// Where `status` sends whoever misses a worker; nil where the desk starts its own.
    private let whereabouts: String?
    /// Records a gap in monitoring when no worker connects in time.
    private var absence: Scheduled<Void>?

    init(
        ledger: Ledger, clock: any DeskClock, loop: any EventLoop, logger: Logger,
        child: WorkerChild?, gate: DurabilityGate, whereabouts: String? = nil
    ) {
        notices = WorkerNotices(ledger: ledger, gate: gate, loop: loop)
        (self.child, self.ledger, self.loop, self.clock) = (child, ledger, loop, clock)
        self.whereabouts = whereabouts
        self.logger = logger
    }

    /// Accepts a worker after its `hello` and assigns it every monitor.
    func welcome(_ newcomer: WorkerConnection, _ hello: WorkerHello) {
        connection?.leave()
        connection = newcomer
        logins.workerLeft()
        logins.key = hello.handoverKey
        notices.workerLeft(isStopping: false)
        pulse = nil
        child?.note(isConnected: true)
        absence?.cancel()
        absence = nil
        standing = WorkerStanding(
            connected: true, since: clock.now,
            note: replacesHung ? "in place of one that hung" : nil)
        replacesHung = false
        logger.info("a worker connected", metadata: ["release": "\(hello.release)"])
        let greeted: ConnectedWorker = (release: hello.release, process: newcomer.process)
        let assignments = ledger.assumeIsolated { [standing] ledger in
            ledger.worker = standing
            ledger.workerLoad = nil
            ledger.facts.worker = greeted
            return ledger.state.monitors.values.compactMap(\.assignment)
        }
        // In batches, so that the length of a line does not grow with the number of monitors.
        for start in stride(from: 0, to: assignments.count, by: 500) {
            newcomer.deliver(
                .assign(Array(assignments[start..<min(start + 500, assignments.count)])))
        }
        expectReports(ofWorkerWith: !assignments.isEmpty)
        notices.workerCame(newcomer, key: hello.handoverKey)
    }

    /// Handles the end of a worker's connection.
    func goodbye(_ leaver: WorkerConnection) {
        guard connection === leaver else { return }
        lose(nil)
        guard !isStopping else { return }
        // A unit's worker is stopped before its desk, and one that was killed is back in seconds.
        logger.info("the worker's connection ended")
        let (ledger, logger) = (ledger, logger)
        absence = loop.scheduleTask(in: LedgerLimits.workerAbsenceMax) {
            logger.warning("no worker is connected: nothing is monitored")
            ledger.assumeIsolated { $0.interruptMonitoring("no worker looks") }
        }
    }

    /// Records that a worker has sent something.
    func heard(_ speaker: WorkerConnection) {
        if connection === speaker { pulse?.heard(now: BootClock.milliseconds) }
    }

    /// Stores the load that a worker reports.
    func lives(_ speaker: WorkerConnection, _ load: WorkerLoad) {
        if connection === speaker { ledger.assumeIsolated { $0.workerLoad = load } }
    }

    /// Checks whether the worker reports for as long as it has a monitor: one without sends nothing.
    private func expectReports(ofWorkerWith hasMonitors: Bool) {
        guard connection != nil, hasMonitors else {
            pulse = nil
            pulseCheck?.cancel()
            return
        }
        guard pulse == nil else { return }
        let now = BootClock.milliseconds
        let begun = WorkerPulse(now: now)
        pulse = begun
        checkPulseLater(in: begun.pause(now: now))
    }

    /// Schedules the next check of whether the worker still reports.
    private func checkPulseLater(in pause: Int64) {
        pulseCheck?.cancel()
        pulseCheck = loop.assumeIsolated().scheduleTask(in: .milliseconds(pause)) { [weak self] in
            self?.checkPulse()
        }
    }

    private func checkPulse() {
        let now = BootClock.milliseconds
        guard let silence = pulse?.silence(now: now) else {
            if let pulse {
                reportQuiet(pulse.quiet(now: now))
                checkPulseLater(in: pulse.pause(now: now))
            }
            return
        }
        replace(silentSeconds: silence / 1000)
    }

    /// Makes `status` report a silence of the worker, nil for none, and schedules the next check.
    private func reportQuiet(_ quiet: Int64?) {
        standing.silentSeconds = quiet.map { Int($0 / 1000) }
        ledger.assumeIsolated { [standing] in $0.worker = standing }
    }

    /// Kills a worker that hangs; the worker service then starts another.
    private func replace(silentSeconds: Int64) {
        guard let hung = connection else { return }
        logger.error(
            "the worker hangs and is replaced",
            metadata: ["process": "\(hung.process)", "silent": "\(silentSeconds) s"])
        lose("it was silent for \(silentSeconds) s and is being replaced")
        replacesHung = true
        ledger.assumeIsolated { $0.interruptMonitoring("the worker hung") }
        child?.kill(hung.process)
        hung.leave()
    }

    /// - Parameter why: why the connection was ended; nil where the worker ended it.
    private func lose(_ why: String?) {
        connection = nil
        logins.workerLeft()
        notices.workerLeft(isStopping: isStopping)
        expectReports(ofWorkerWith: false)
        child?.note(isConnected: false)
        let standing = WorkerStanding(
            connected: false, since: clock.now, note: why ?? whereabouts)
        ledger.assumeIsolated { ledger in
            ledger.worker = standing
            ledger.workerLoad = nil
            ledger.facts.worker = nil
        }
    }

    /// Passes the observations of a worker to the ledger.
    func observed(_ observations: [ProbeObservation]) {
        ledger.assumeIsolated { ledger in
            for observation in observations { ledger.observe(observation) }
        }
    }

    /// Has the worker try a login.
    func logIn(
        _ target: LoginTarget, _ secret: SecretText, _ then: @escaping WorkerLogins.Waiting
    ) {
        logins.begin(target, secret, on: connection, then)
    }

    /// Sends the worker an order about one monitor.
    func send(_ order: MonitorOrder) {
        switch order {
        case .probe(let name): connection?.send(.probe(name))
        case .refresh(let name):
            let assignment = ledger.assumeIsolated { $0.state.monitors[name]?.assignment }
            connection?.send(assignment.map { .assign([$0]) } ?? .withdraw([name]))
            expectReports(
                ofWorkerWith: assignment != nil
                    || ledger.assumeIsolated { ledger in
                        ledger.state.monitors.values.contains { $0.assignment != nil }
                    })
        }
    }
}
