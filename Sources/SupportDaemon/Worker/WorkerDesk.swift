import Logging
import NIOCore
import SupportModel

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
    /// What happens when no worker comes for too long.
    private var absence: Scheduled<Void>?

    init(ledger: Ledger, clock: any DeskClock, loop: any EventLoop, logger: Logger) {
        self.ledger = ledger
        self.loop = loop
        self.clock = clock
        self.logger = logger
    }

    /// Whether a worker is connected.
    var isConnected: Bool { session != nil }

    /// Takes a worker in that has said hello, and gives it everything to look at.
    func welcome(_ newcomer: WorkerSession, _ hello: WorkerHello) {
        session?.leave()
        session = newcomer
        absence?.cancel()
        absence = nil
        let since = clock.now
        logger.info("a worker connected", metadata: ["release": "\(hello.release)"])
        let assignments = ledger.assumeIsolated { ledger in
            ledger.worker = "connected since \(since)"
            return ledger.state.monitors.values.compactMap(\.assignment)
        }
        // A batch at a time, so that no line grows with the number of monitors.
        for start in stride(from: 0, to: assignments.count, by: 500) {
            newcomer.deliver(
                .assign(Array(assignments[start..<min(start + 500, assignments.count)])))
        }
    }

    /// Notes that a worker's connection has ended.
    func goodbye(_ leaver: WorkerSession) {
        guard session === leaver else { return }
        session = nil
        let now = clock.now
        ledger.assumeIsolated { $0.worker = "no worker is connected since \(now)" }
        logger.warning("the worker's connection ended")
        let ledger = ledger
        absence = loop.scheduleTask(in: LedgerLimits.workerAbsenceMax) {
            ledger.assumeIsolated { $0.interruptMonitoring("no worker looks") }
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
        }
    }
}
