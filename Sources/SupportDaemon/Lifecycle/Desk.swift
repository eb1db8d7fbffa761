package import Logging
import NIOCore
import NIOPosix
import SupportModel
import SupportStore
import SupportSystem
import SupportWire

/// A running desk: the recovered ledger, its journal, and the services around it.
///
/// The order of the array of services is the order of their start; they stop in reverse order.
package final class Desk: Sendable {
    let plan: DeskPlan
    let logger: Logger
    /// Serves the sockets, and is the ledger's executor. It runs until the process ends.
    let loop: any EventLoop
    /// The threads that compute long answers.
    let threads: ReadingThreads
    let store: Store
    let committer: GroupCommitter
    /// The journal, and the result of its last check.
    let log: JournalLog
    /// The actor that owns the desk's state.
    package let ledger: Ledger
    let gate: NIOLoopBound<DurabilityGate>
    /// The orders that the desk receives from outside, and the failure of its journal.
    let orders: DeskOrders
    /// Says when a snapshot is due.
    let snapshots: SnapshotDemand
    let services: [any DeskService]

    /// Asks the ledger from a thread that may block; nil once the event loop has ended.
    @discardableResult
    func ask<Answer: Sendable>(
        _ question: @escaping @Sendable (isolated Ledger) -> Answer
    ) -> Answer? {
        try? loop.submit { [ledger] in ledger.assumeIsolated(question) }.wait()
    }

    /// Recovers the desk and creates its services; nothing listens yet.
    ///
    /// - Parameter orders: the orders to end or reload.
    package convenience init(_ plan: DeskPlan, _ orders: DeskOrders, logger: Logger) throws {
        try self.init(plan, Self.recover(plan, logger), orders, logger: logger)
    }

    /// Creates the services of a desk that was recovered; nothing listens yet.
    init(
        _ plan: DeskPlan, _ recovered: Recovered, _ orders: DeskOrders, logger: Logger
    ) throws {
        (self.plan, self.logger, self.orders) = (plan, logger, orders)
        store = recovered.store
        Self.complainOfKey(plan, recovered.state, logger)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        self.loop = loop
        threads = try ReadingThreads(count: LedgerLimits.readingThreads)
        let durable = recovered.store.durableSequence
        let gate = try loop.submit {
            NIOLoopBound(DurabilityGate(durable: durable), eventLoop: loop)
        }.wait()
        self.gate = gate
        let snapshots = SnapshotDemand(durable: durable)
        self.snapshots = snapshots
        do throws(StoreFault) {
            committer = try recovered.store.startCommitting(
                onDurable: { sequence in
                    loop.execute { gate.value.advance(to: sequence) }
                    snapshots.advance(to: sequence)
                },
                onFault: { orders.give(.fail($0)) })
        } catch {
            throw DaemonFault(error)
        }
        log = JournalLog(
            recovered.store, committer, clock: plan.clock, snapshot: recovered.snapshot)
        let ledger = Ledger(
            recovered.state, log: log, clock: plan.clock, settings: plan.settings, loop: loop,
            logger: logger, shortage: plan.shortage, attachments: recovered.attachments)
        self.ledger = ledger
        log.onFault { fault in
            loop.execute { ledger.assumeIsolated { $0.report(finding: fault) } }
        }
        services = [
            SnapshotService(), RolloverService(), WorkerService(), ExaminationService(),
            AttachmentService(), ControlService(), VerificationService(), CompressionService(),
            SupervisorService(),
        ]
    }

    /// Marks the last record, so that its loss is noticed at the next start.
    private func markEnd() {
        do {
            try store.markEnd()
        } catch {
            // The journal contains everything; only damage to its very last record would go
            // unnoticed.
            logger.warning(
                "the journal's end was not marked", metadata: ["cause": "\(error.sentence)"])
        }
    }

    /// Brings the desk back from its state directory, in the time that this takes.
    static func recover(_ plan: DeskPlan, _ logger: Logger) throws -> Recovered {
        do {
            return try Recovered(plan, logger)
        } catch let fault as StoreFault {
            throw DaemonFault(fault)
        } catch let fault as SystemFault {
            throw DaemonFault("\(fault); check the state directory and its owner", .storageFailed)
        }
    }

    /// Warns when the key of the credentials cannot be used; everything else works without it.
    private static func complainOfKey(_ plan: DeskPlan, _ state: State, _ logger: Logger) {
        let problem = plan.settings.accessKey.problem(hasSecrets: !state.access.isEmpty)
        guard let problem else { return }
        logger.error(
            "no access data can be sealed or opened",
            metadata: [
                "cause": "\(problem.message)", "hint": "\(problem.data.hint ?? "")",
            ])
    }

    /// Makes durable what was accepted and releases all resources. The services have stopped.
    func close() {
        committer.close()
        log.checkFiles()
        // Nothing is written into a directory that was emptied: the next start would take it for a
        // desk's.
        if orders.failure == nil, log.loss == nil { markEnd() }
        // These threads may be reading the journal's files.
        threads.stop()
        store.close()
    }
}
