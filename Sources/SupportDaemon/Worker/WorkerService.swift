import Logging
import NIOCore
import NIOPosix
import SupportLink
import SupportSystem

/// Listens for workers, and keeps one running unless one is connected already.
struct WorkerService: DeskService {
    let name = "worker"

    func start(_ desk: Desk) async throws -> Stop {
        let (plan, ledger, logger, loop) = (desk.plan, desk.ledger, desk.logger, desk.loop)
        let child = plan.workerProgram.map {
            WorkerChild(program: $0, socket: plan.workerSocket, logger: logger)
        }
        let workers = try await loop.submit {
            NIOLoopBound(
                WorkerDesk(
                    ledger: ledger, clock: plan.clock, loop: loop, logger: logger,
                    kill: { child?.kill($0) }),
                eventLoop: loop)
        }.get()
        let listener = try await UnixListener.bind(
            plan.workerSocket, mode: 0o600, on: loop,
            unreadBytesMax: LinkLimits.lineBytesMax,
            onShortage: { fault in ledger.assumeIsolated { $0.note(shortage: fault) } }
        ) { channel in
            greet(channel, workers.value, logger)
        }
        await ledger.tellMonitors { order in workers.value.tell(order) }
        guard let child else { return { await listener.close() } }
        // Four times a second: whether a worker is wanted.
        let keeping = try Beat("worker-keeper", every: .milliseconds(250)) {
            let isConnected = try? loop.submit { workers.value.isConnected }.wait()
            if isConnected == false { child.keep() }
        }
        return {
            keeping.stop()
            try? await loop.submit { workers.value.isStopping = true }.get()
            child.stop()
            await listener.close()
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
    private var lookedAt: Int64

    /// The silence after which a worker is taken for hung, in milliseconds.
    package static let silenceMax = Int64(LinkLimits.aliveMilliseconds * LinkLimits.silentTimes)

    /// A worker that has just been heard of.
    package init(now: Int64) {
        heardAt = now
        lookedAt = now
    }

    /// Takes note that something has come from the worker.
    package mutating func heard(now: Int64) { heardAt = now }

    /// How long nothing has come from the worker, once it is longer than one time: it may hang.
    package func quiet(now: Int64) -> Int64? {
        let quiet = now - heardAt
        return quiet > Int64(LinkLimits.aliveMilliseconds) + Self.lateMax ? quiet : nil
    }

    /// By how much a sign of life may be late without a word, in milliseconds.
    private static let lateMax: Int64 = 1_000

    /// How long the worker has been silent, once that is too long; nil while it lives. To be asked
    /// every `LedgerLimits.workerLookMilliseconds`.
    ///
    /// Where the desk itself stood still, or its host slept, what the worker sent meanwhile may not
    /// be read yet: its time begins anew.
    package mutating func silence(now: Int64) -> Int64? {
        let gap = now - lookedAt
        lookedAt = now
        if gap > 2 * LedgerLimits.workerLookMilliseconds { heardAt = now }
        let silence = now - heardAt
        return silence >= Self.silenceMax ? silence : nil
    }
}
