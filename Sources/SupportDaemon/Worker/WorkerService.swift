import Logging
import NIOCore
import NIOPosix
import SupportLink
import SupportSystem

/// Accepts connections of workers, and starts a worker while none is connected.
struct WorkerService: DeskService {
    let name = "worker"

    func start(_ desk: Desk) throws -> Stop {
        let (plan, ledger, logger, loop) = (desk.plan, desk.ledger, desk.logger, desk.loop)
        let gate = desk.gate
        let child = plan.workerProgram.map {
            WorkerChild(program: $0, socket: plan.workerSocket, logger: logger) { why in
                loop.execute { ledger.assumeIsolated { $0.note(noWorkerBecause: why) } }
            }
        }
        let whereabouts = plan.outsideWorkers.map { _ in
            "awaited at \(plan.workerSocket): see systemctl status supportd-worker"
        }
        if let whereabouts { desk.ask { $0.note(noWorkerBecause: whereabouts) } }
        let workers = try loop.submit {
            let desk = WorkerDesk(
                ledger: ledger, clock: plan.clock, loop: loop, logger: logger, child: child,
                gate: gate.value, whereabouts: whereabouts)
            return NIOLoopBound(desk, eventLoop: loop)
        }.wait()
        let listener = try listen(desk, workers)
        desk.ask { $0.subscribeToMonitors { order in workers.value.send(order) } }
        desk.ask { $0.subscribeToNotices { workers.value.notices.schedulePump() } }
        desk.ask { $0.subscribeToLogins { workers.value.logIn($0, $1, $2) } }
        guard let child else {
            return {
                try? loop.submit { workers.value.isStopping = true }.wait()
                listener.close()
            }
        }
        let keeping = try WorkerThread(name: "worker-keeper") { child.run() }
        return {
            try? loop.submit { workers.value.isStopping = true }.wait()
            child.stop()
            keeping.join()
            listener.close()
        }
    }

    private func listen(
        _ desk: Desk, _ workers: NIOLoopBound<WorkerDesk>
    ) throws -> UnixListener {
        let (plan, ledger, logger) = (desk.plan, desk.ledger, desk.logger)
        let user = plan.outsideWorkers?.user ?? ProcessIdentity.effectiveUser
        do {
            return try UnixListener.bind(
                .path(plan.workerSocket, mode: plan.outsideWorkers == nil ? 0o600 : 0o666),
                on: desk.loop, unreadBytesMax: LinkLimits.lineBytesMax,
                onShortage: { fault in ledger.assumeIsolated { $0.note(shortage: fault) } }
            ) { channel in
                greet(channel, workers.value, user, logger)
            }
        } catch let fault as DaemonFault where plan.outsideWorkers != nil {
            throw DaemonFault(
                "\(fault); systemd-tmpfiles --create makes the directory that the units use",
                fault.exit)
        }
    }

    /// Accepts workers that run as one user only.
    private func greet(
        _ channel: any Channel, _ workers: WorkerDesk, _ user: UInt32, _ logger: Logger
    ) -> EventLoopFuture<Void> {
        let bound = NIOLoopBound(workers, eventLoop: channel.eventLoop)
        return PeerGreeting.credentials(of: channel).flatMapThrowing { peer in
            guard peer.user == user else { throw PeerUnknown() }
            try channel.pipeline.syncOperations.addHandler(
                WorkerConnection(bound.value, process: peer.process, logger: logger))
        }
    }
}

/// Decides from the times of a worker's reports whether it has hung. Times are milliseconds on the
/// boot clock.
package struct WorkerPulse: Hashable, Sendable {
    private var heardAt: Int64
    /// The time of the next check.
    private var nextCheck: Int64

    /// The silence after which a worker is taken for hung, in milliseconds.
    package static let silenceMax = Int64(LinkLimits.aliveMilliseconds * LinkLimits.silentTimes)

    /// The state of a worker that has just reported.
    package init(now: Int64) {
        heardAt = now
        nextCheck = now + Self.quietMin
    }

    /// Records that the worker has sent something.
    package mutating func heard(now: Int64) { heardAt = now }

    /// How long the worker has been silent, once a report is overdue; nil before.
    package func quiet(now: Int64) -> Int64? {
        let quiet = now - heardAt
        return quiet >= Self.quietMin ? quiet : nil
    }

    /// The silence from which on a worker is reported as quiet, in milliseconds.
    private static let quietMin = Int64(LinkLimits.aliveMilliseconds) + lateMax + 1

    /// How late a report may be before it counts as overdue, in milliseconds.
    private static let lateMax: Int64 = 1_000

    /// How long the worker has been silent, once it counts as hung; nil before. To be called when
    /// `pause` is over.
    ///
    /// When the desk was suspended or its host slept, reports may be unread, so the silence is
    /// measured from now.
    package mutating func silence(now: Int64) -> Int64? {
        let late = now - nextCheck
        if late > 2 * LedgerLimits.pulseCheckMilliseconds { heardAt = now }
        nextCheck = now + pause(now: now)
        let silence = now - heardAt
        return silence >= Self.silenceMax ? silence : nil
    }

    /// How long the worker need not be checked: until it would be quiet, and then a little at a
    /// time. In milliseconds.
    package func pause(now: Int64) -> Int64 {
        max(LedgerLimits.pulseCheckMilliseconds, heardAt + Self.quietMin - now)
    }
}
