import Logging
import NIOCore
import NIOPosix
import SupportModel
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
            unreadBytesMax: LedgerLimits.workerLineBytesMax,
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
