import SupportLink
import SupportModel
package import SupportSystem

/// The worker: takes orders from the desk, runs probes and reports their results.
///
/// It keeps no state: when the connection ends it forgets its monitors, and the next desk assigns
/// them anew.
package final class Worker {
    /// The settings of a worker, fixed at its start.
    package struct Settings: Hashable, Sendable {
        /// The path of the desk's socket for workers.
        package var deskPath: String
        /// Whether the worker ends when the desk closes the connection, instead of reconnecting.
        package var leavesWithDesk: Bool
        /// The release that is sent to the desk and, as user agent, to the sites.
        package var release: String
        /// The time between two `alive` reports, in milliseconds; 1 or more.
        package var aliveMilliseconds: Int
        /// The longest wait of one iteration of the loop, in milliseconds, 1 or more; nil: a worker
        /// that has nothing to probe waits for an order.
        package var restMilliseconds: Int?

        package init(
            deskPath: String, leavesWithDesk: Bool, release: String = Release.version,
            aliveMilliseconds: Int = LinkLimits.aliveMilliseconds,
            restMilliseconds: Int? = nil
        ) {
            self.restMilliseconds = restMilliseconds
            (self.aliveMilliseconds, self.deskPath) = (aliveMilliseconds, deskPath)
            (self.leavesWithDesk, self.release) = (leavesWithDesk, release)
        }
    }

    /// How a worker is doing.
    package struct Standing: Hashable, Sendable {
        /// Whether it has a desk.
        package let isConnected: Bool
        /// How many monitors it watches.
        package let monitors: Int
    }

    private let settings: Settings
    private let engine: ProbeEngine
    private let logins: LoginAttempts
    private let deliveries: Deliveries
    private let monitorsMax: Int
    private let log: (LogPriority, String) -> Void
    private let onTurn: (Standing) -> Void
    private var schedule: ProbeSchedule
    private var desk: DeskLink?
    private var connectAt: Int64 = 0
    /// When the next `alive` report is due, in milliseconds on the boot clock.
    private var aliveAt: Int64 = 0
    private var lastLoss: DeskLoss?

    /// A worker that is not yet connected.
    ///
    /// - Parameters:
    ///   - inFlightMax: the most probes that run at once.
    ///   - monitorsMax: the most monitors that are kept; an assignment beyond that is answered with
    ///     an unknown observation.
    ///   - onTurn: is told after every iteration of the loop.
    ///   - log: takes a priority and one line for the operator, without its newline.
    package init(
        _ settings: Settings, inFlightMax: Int = ProbeLimits.probesInFlightMax,
        monitorsMax: Int = ProbeLimits.monitorsMax,
        onTurn: @escaping (Standing) -> Void = { _ in },
        log: @escaping (LogPriority, String) -> Void
    ) throws(EngineFault) {
        self.onTurn = onTurn
        (self.settings, self.monitorsMax, self.log) = (settings, monitorsMax, log)
        engine = try ProbeEngine(release: settings.release)
        logins = try LoginAttempts()
        engine.watch(logins.work.wakeUp.descriptor, reading: true, writing: false)
        deliveries = try Deliveries(key: logins.key)
        engine.watch(deliveries.work.wakeUp.descriptor, reading: true, writing: false)
        schedule = ProbeSchedule(inFlightMax: inFlightMax)
    }

    /// Runs until the desk closes the connection if the worker leaves with its desk, otherwise for
    /// ever.
    ///
    /// Throws the loss when the worker leaves with its desk but never reached it.
    package func run() throws {
        var wasConnected = false
        while true {
            connect()
            wasConnected = wasConnected || desk != nil
            if settings.leavesWithDesk, desk == nil {
                guard wasConnected else { throw lastLoss ?? .closed }
                return
            }
            try turn()
            onTurn(Standing(isConnected: desk != nil, monitors: schedule.count))
        }
    }

    /// One iteration: starts probes that are due, waits, carries out orders, reports.
    private func turn() throws(EngineFault) {
        let now = BootClock.milliseconds
        var until = now + Int64(ProbeLimits.restMillisecondsMax)
        if let desk {
            if !desk.isBackedUp {
                schedule.start(now: now).forEach(engine.start)
                until = schedule.count == 0 ? aliveAt : min(schedule.wake(now: now), aliveAt)
            }
            // Orders may produce reports, so no orders are read while the desk does not read
            // reports.
            engine.watch(
                desk.descriptor, reading: !desk.isBackedUp, writing: desk.mustWrite)
        } else {
            until = connectAt
        }
        if let rest = settings.restMilliseconds { until = min(until, now + Int64(rest)) }
        let events = try engine.turn(until: until)
        report()
        talk(events)
    }

    private func connect() {
        let now = BootClock.milliseconds
        guard desk == nil, now >= connectAt else { return }
        connectAt = now + Int64.random(in: 750...1250)
        do {
            desk = try DeskLink(
                path: settings.deskPath, release: settings.release,
                handoverKey: logins.publicKey)
            aliveAt = now
            log(.info, "connected to the desk at \(settings.deskPath)")
            lastLoss = nil
        } catch {
            // Logged once, not every second while the desk is away.
            if lastLoss != error { log(.warning, "\(error); trying again every second") }
            lastLoss = error
        }
    }

    private func talk(_ events: [EventPoll.Event]) {
        guard let desk else { return }
        do {
            let wasIdle = schedule.count == 0
            if !events.isEmpty, !desk.isBackedUp { try desk.read().forEach(obey) }
            // A worker that begins to probe, or stops, reports that at once.
            if wasIdle != (schedule.count == 0) { aliveAt = BootClock.milliseconds }
            try desk.flush()
        } catch {
            log(error == .closed ? .info : .error, "\(error)")
            leave(desk)
        }
    }

    private func leave(_ desk: DeskLink) {
        engine.forget(desk.descriptor)
        logins.work.deskLeft()
        deliveries.work.deskLeft()
        self.desk = nil
        connectAt = BootClock.milliseconds + Int64.random(in: 750...1250)
        schedule.withdrawAll().forEach(engine.cancel)
    }

    private func report() {
        let now = BootClock.milliseconds
        var seen: [ProbeObservation] = []
        for end in engine.takeFinished() {
            guard
                let known = schedule.finished(end.probe.number, end.verdict.outcome, now: now)
            else { continue }
            seen.append(end.observation(wasPaused: known.wasPaused))
        }
        if !seen.isEmpty { desk?.send(.observed(seen)) }
        for report in logins.work.takeEnded() { desk?.send(.loggedIn(report)) }
        for report in deliveries.work.takeEnded() { desk?.send(.delivered(report)) }
        sendAlive(now)
    }

    /// Sends an `alive` report when one is due; not to a desk that does not read. A worker without
    /// monitors sends one only.
    private func sendAlive(_ now: Int64) {
        guard let desk, now >= aliveAt, !desk.isBackedUp else { return }
        aliveAt = schedule.count == 0 ? .max : now + Int64(settings.aliveMilliseconds)
        desk.send(
            .alive(
                WorkerLoad(
                    monitors: schedule.count, running: schedule.inFlightCount,
                    waiting: schedule.waitingCount(now: now),
                    lateMilliseconds: Int(schedule.takeLateness()))))
    }

    private func obey(_ order: WorkerOrder) {
        let now = BootClock.milliseconds
        switch order {
        case .assign(let list):
            let refused = list.compactMap { take($0, now: now) }
            if !refused.isEmpty { desk?.send(.observed(refused)) }
        case .withdraw(let names):
            names.compactMap { schedule.withdraw($0) }.forEach(engine.cancel)
        case .probe(let name):
            if !schedule.probe(name, now: now) {
                log(.warning, "asked to probe \(name), not assigned")
            }
        case .logIn(let order):
            if let refused = logins.start(order) { desk?.send(.loggedIn(refused)) }
        case .deliver(let order):
            if let refused = deliveries.start(order) { desk?.send(.delivered(refused)) }
        }
    }

    /// Keeps an assignment; returns an unknown observation with the reason when it cannot be
    /// probed.
    private func take(_ assignment: ProbeAssignment, now: Int64) -> ProbeObservation? {
        let name = assignment.monitor
        let isTaken = assignment.problem() == nil
        var problem = isTaken ? nil : "this worker does not accept the check"
        if !schedule.keeps(name), schedule.count >= monitorsMax {
            problem = "this worker watches \(monitorsMax) monitors already"
        }
        guard let problem else {
            schedule.assign(assignment, now: now).map(engine.cancel)
            return nil
        }
        schedule.withdraw(name).map(engine.cancel)
        return ProbeObservation(
            monitor: name, outcome: .unknown,
            detail: PrintableText.line(
                "could not probe: \(problem)", bytesMax: Limits.probeDetailBytesMax))
    }
}
