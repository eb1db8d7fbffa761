import Logging
import NIOCore
import NIOPosix
import SupportModel
import SupportSystem

/// Listens for workers, and keeps one running unless one is connected already.
struct WorkerService: DeskService {
    let name = "worker"

    func start(_ desk: Desk) throws -> Stop {
        let (plan, ledger, logger, loop) = (desk.plan, desk.ledger, desk.logger, desk.loop)
        let child = plan.workerProgram.map {
            WorkerChild(program: $0, socket: plan.workerSocket, logger: logger)
        }
        let workers = try loop.submit {
            NIOLoopBound(
                WorkerDesk(
                    ledger: ledger, clock: plan.clock, loop: loop, logger: logger, child: child),
                eventLoop: loop)
        }.wait()
        let listener = try UnixListener.bind(
            plan.workerSocket, mode: 0o600, on: loop,
            unreadBytesMax: LedgerLimits.workerLineBytesMax,
            onShortage: { fault in ledger.assumeIsolated { $0.note(shortage: fault) } }
        ) { channel in
            greet(channel, workers.value, logger)
        }
        desk.ask { $0.tellMonitors { order in workers.value.tell(order) } }
        guard let child else { return { listener.close() } }
        let keeping = try WorkerThread(name: "worker-keeper") { child.run() }
        return {
            try? loop.submit { workers.value.isStopping = true }.wait()
            child.stop()
            keeping.join()
            listener.close()
        }
    }

    /// Lets in workers of the daemon's own user, and nobody else.
    private func greet(
        _ channel: any Channel, _ workers: WorkerDesk, _ logger: Logger
    ) -> EventLoopFuture<Void> {
        let bound = NIOLoopBound(workers, eventLoop: channel.eventLoop)
        return PeerGreeting.credentials(of: channel).flatMapThrowing { peer in
            guard peer.user == ProcessIdentity.effectiveUser else { throw PeerUnknown() }
            try channel.pipeline.syncOperations.addHandler(
                WorkerSession(bound.value, process: peer.process, logger: logger))
        }
    }
}

/// Judges by when a worker was last heard of whether it still works. Times are milliseconds on the
/// boot clock.
package struct WorkerPulse: Hashable, Sendable {
    private var heardAt: Int64
    /// When it is looked for the worker next.
    private var nextLook: Int64

    /// The silence after which a worker is taken for hung, in milliseconds.
    package static let silenceMax = Int64(Limits.workerAliveMilliseconds * Limits.workerSilentTimes)

    /// A worker that has just been heard of.
    package init(now: Int64) {
        heardAt = now
        nextLook = now + Self.quietMin
    }

    /// Takes note that something has come from the worker.
    package mutating func heard(now: Int64) { heardAt = now }

    /// How long nothing has come from the worker, once it is longer than one time: it may hang.
    package func quiet(now: Int64) -> Int64? {
        let quiet = now - heardAt
        return quiet >= Self.quietMin ? quiet : nil
    }

    /// The silence from which on a worker is told as quiet, in milliseconds.
    private static let quietMin = Int64(Limits.workerAliveMilliseconds) + lateMax + 1

    /// By how much a sign of life may be late without a word, in milliseconds.
    private static let lateMax: Int64 = 1_000

    /// How long the worker has been silent, once that is too long; nil while it lives. To be asked
    /// when `pause` is over.
    ///
    /// Where the desk itself stood still, or its host slept, what the worker sent meanwhile may not
    /// be read yet: its time begins anew.
    package mutating func silence(now: Int64) -> Int64? {
        let late = now - nextLook
        if late > 2 * LedgerLimits.workerLookMilliseconds { heardAt = now }
        nextLook = now + pause(now: now)
        let silence = now - heardAt
        return silence >= Self.silenceMax ? silence : nil
    }

    /// How long nothing of the worker need be looked for: until it would be quiet, and then a little
    /// at a time. In milliseconds.
    package func pause(now: Int64) -> Int64 {
        max(LedgerLimits.workerLookMilliseconds, heardAt + Self.quietMin - now)
    }
}
