import Logging
import NIOCore
import SupportModel
import SupportSystem

/// The desk's side of its workers: who is connected, and what each must be told.
///
/// Lives on the event loop and is touched nowhere else. Every worker looks at everything that it is
/// assigned; there is one so far, and a second connection takes the first one's place.
final class WorkerDesk {
    private let ledger: Ledger
    private let clock: any DeskClock
    private let logger: Logger
    private let loop: any EventLoop
    private var session: WorkerSession?
    private var pulse: WorkerPulse?
    private var looking: Scheduled<Void>?
    /// What `status` says of the worker that is connected.
    private var since = ""
    private var replacesHung = false
    /// Whether the desk stops, so that its worker's end is no news.
    var isStopping = false
    /// Keeps a worker running; nil where the desk starts none.
    private let child: WorkerChild?
    /// What happens when no worker comes for too long.
    private var absence: Scheduled<Void>?

    init(
        ledger: Ledger, clock: any DeskClock, loop: any EventLoop, logger: Logger,
        child: WorkerChild?
    ) {
        self.child = child
        self.ledger = ledger
        self.loop = loop
        self.clock = clock
        self.logger = logger
    }

    /// Takes a worker in that has said hello, and gives it everything to look at.
    func welcome(_ newcomer: WorkerSession, _ hello: WorkerHello) {
        session?.leave()
        session = newcomer
        child?.note(isConnected: true)
        absence?.cancel()
        absence = nil
        since = "connected since \(clock.now)" + (replacesHung ? ", in place of one that hung" : "")
        replacesHung = false
        logger.info("a worker connected", metadata: ["release": "\(hello.release)"])
        let assignments = ledger.assumeIsolated { [since] ledger in
            ledger.worker = since
            ledger.workerLoad = nil
            return ledger.state.monitors.values.compactMap(\.assignment)
        }
        // A batch at a time, so that no line grows with the number of monitors.
        for start in stride(from: 0, to: assignments.count, by: 500) {
            newcomer.deliver(
                .assign(Array(assignments[start..<min(start + 500, assignments.count)])))
        }
        expectLife(ofWorkerWith: !assignments.isEmpty)
    }

    /// Notes that a worker's connection has ended.
    func goodbye(_ leaver: WorkerSession) {
        guard session === leaver else { return }
        lose("no worker is connected since \(clock.now)")
        guard !isStopping else { return }
        logger.warning("the worker's connection ended")
        let ledger = ledger
        absence = loop.scheduleTask(in: LedgerLimits.workerAbsenceMax) {
            ledger.assumeIsolated { $0.interruptMonitoring("no worker looks") }
        }
    }

    /// Takes note that a worker has said something.
    func heard(_ speaker: WorkerSession) {
        if session === speaker { pulse?.heard(now: BootClock.milliseconds) }
    }

    /// Takes in how busy a worker is.
    func lives(_ speaker: WorkerSession, _ load: WorkerLoad) {
        if session === speaker { ledger.assumeIsolated { $0.workerLoad = load } }
    }

    /// Looks whether the worker lives for as long as it has something to look at: one that has nothing
    /// says nothing.
    private func expectLife(ofWorkerWith hasMonitors: Bool) {
        guard session != nil, hasMonitors else {
            pulse = nil
            looking?.cancel()
            return
        }
        guard pulse == nil else { return }
        let now = BootClock.milliseconds
        let begun = WorkerPulse(now: now)
        pulse = begun
        lookLater(in: begun.pause(now: now))
    }

    private func lookLater(in pause: Int64) {
        looking?.cancel()
        looking = loop.assumeIsolated().scheduleTask(in: .milliseconds(pause)) { [weak self] in
            self?.look()
        }
    }

    private func look() {
        let now = BootClock.milliseconds
        guard let silence = pulse?.silence(now: now) else {
            if let pulse {
                tellQuiet(pulse.quiet(now: now))
                lookLater(in: pulse.pause(now: now))
            }
            return
        }
        replace(silentSeconds: silence / 1000)
    }

    /// Has `status` say that nothing is heard of the worker, as long as that is so.
    private func tellQuiet(_ quiet: Int64?) {
        let words = since + (quiet.map { ", silent for \($0 / 1000) s" } ?? "")
        ledger.assumeIsolated { $0.worker = words }
    }

    /// Ends a worker that hangs; who keeps one running then starts another.
    private func replace(silentSeconds: Int64) {
        guard let hung = session else { return }
        logger.error(
            "the worker hangs and is replaced",
            metadata: ["process": "\(hung.process)", "silent": "\(silentSeconds) s"])
        lose(
            "no worker is connected since \(clock.now): it was silent for \(silentSeconds) s "
                + "and is being replaced")
        replacesHung = true
        ledger.assumeIsolated { $0.interruptMonitoring("the worker hung") }
        child?.kill(hung.process)
        hung.leave()
    }

    private func lose(_ words: String) {
        session = nil
        expectLife(ofWorkerWith: false)
        child?.note(isConnected: false)
        ledger.assumeIsolated { ledger in
            ledger.worker = words
            ledger.workerLoad = nil
        }
    }

    /// Takes in what a worker saw.
    func observed(_ observations: [ProbeObservation]) {
        ledger.assumeIsolated { ledger in
            for observation in observations { ledger.observe(observation) }
        }
    }

    /// Tells the worker what has become of a monitor.
    func tell(_ order: MonitorOrder) {
        switch order {
        case .look(let name): session?.send(.look(name))
        case .refresh(let name):
            let assignment = ledger.assumeIsolated { $0.state.monitors[name]?.assignment }
            session?.send(assignment.map { .assign([$0]) } ?? .withdraw([name]))
            expectLife(
                ofWorkerWith: assignment != nil
                    || ledger.assumeIsolated { ledger in
                        ledger.state.monitors.values.contains { $0.assignment != nil }
                    })
        }
    }
}
