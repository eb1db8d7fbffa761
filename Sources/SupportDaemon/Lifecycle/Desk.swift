package import Logging
import NIOCore
import NIOPosix
import SupportModel
package import SupportStore
import SupportSystem
import SupportWire

/// A running desk: the recovered ledger, its journal, and the services around it.
///
/// The services stand in an array; its order is the order of starting, reversed it is the order of
/// stopping.
package final class Desk: Sendable {
    let plan: DeskPlan
    let logger: Logger
    /// Serves the sockets, and is the ledger's executor. It runs until the process ends.
    let loop: any EventLoop
    /// Makes the answers that take long.
    let threads: ReadingThreads
    let store: Store
    let committer: GroupCommitter
    /// The journal, and what its last check found.
    let log: JournalLog
    /// Owns the desk's state and answers for it.
    package let ledger: Ledger
    let gate: NIOLoopBound<DurabilityGate>
    /// What the desk is told from outside, and that its journal has failed.
    let orders: DeskOrders
    /// Says when a snapshot is due.
    let snapshots: SnapshotDemand
    let services: [any DeskService]

    /// Asks the ledger from a thread that may wait for it; nil once the event loop has ended.
    @discardableResult
    func ask<Answer: Sendable>(
        _ question: @escaping @Sendable (isolated Ledger) -> Answer
    ) -> Answer? {
        try? loop.submit { [ledger] in ledger.assumeIsolated(question) }.wait()
    }

    /// Recovers the desk and makes its services; nothing listens yet.
    ///
    /// - Parameter orders: what tells it to end.
    package convenience init(_ plan: DeskPlan, _ orders: DeskOrders, logger: Logger) throws {
        try self.init(plan, Self.recover(plan, logger), orders, logger: logger)
    }

    /// Makes the services of a desk that was recovered; nothing listens yet.
    init(
        _ plan: DeskPlan, _ recovered: Recovered, _ orders: DeskOrders, logger: Logger
    ) throws {
        self.plan = plan
        self.logger = logger
        self.orders = orders
        store = recovered.store
        Self.complainOfKey(plan, recovered.state, logger)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        self.loop = loop
        threads = try ReadingThreads(count: LedgerLimits.readingThreads)
        let durable = UInt64(recovered.store.durableSequence)
        let gate = try loop.submit {
            NIOLoopBound(DurabilityGate(durable: durable), eventLoop: loop)
        }.wait()
        self.gate = gate
        let snapshots = SnapshotDemand(durable: durable)
        self.snapshots = snapshots
        do throws(StoreFault) {
            committer = try recovered.store.startCommitting(
                onDurable: { sequence in
                    loop.execute { gate.value.advance(to: UInt64(sequence)) }
                    snapshots.advance(to: UInt64(sequence))
                },
                onFault: { orders.give(.fail($0)) })
        } catch {
            throw DaemonFault(error)
        }
        log = JournalLog(
            recovered.store, committer, clock: plan.clock, snapshot: recovered.snapshot)
        let ledger = Ledger(
            recovered.state, log: log, clock: plan.clock, settings: plan.settings, loop: loop,
            logger: logger, shortage: plan.shortage)
        self.ledger = ledger
        log.onFault { fault in
            loop.execute { ledger.assumeIsolated { $0.tell(finding: fault) } }
        }
        services = [
            SnapshotService(), RolloverService(), WorkerService(), ControlService(),
            VerificationService(), SupervisorService(),
        ]
    }

    /// Notes the last record, so that its loss would show.
    private func markEnd() {
        do {
            try store.markEnd()
        } catch {
            // The journal holds everything; only damage to its very last record would not show.
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

    /// Says where the key of the access data cannot be used: everything else goes on without it.
    private static func complainOfKey(_ plan: DeskPlan, _ state: State, _ logger: Logger) {
        let problem = plan.settings.accessKey.problem(hasSecrets: !state.access.isEmpty)
        guard let problem else { return }
        logger.error(
            "no access data can be sealed or opened",
            metadata: [
                "cause": "\(problem.message)", "hint": "\(problem.data.hint ?? "")",
            ])
    }

    /// Makes durable what was accepted and gives everything back. The services have stopped.
    func close() {
        committer.close()
        log.lookForFiles()
        // In a directory that was emptied nothing is put that a desk would be looked for behind.
        if orders.failure == nil, log.loss == nil { markEnd() }
        // What they are at may read the journal's files.
        threads.stop()
        store.close()
    }
}

/// Everything a desk needs to know to run: what the configuration and the command line said.
package struct DeskPlan: Sendable {
    /// The state directory.
    package var state: String
    /// Whether a new desk may be begun there.
    package var newDesk: NewDeskOrder
    /// The control socket's path.
    package var socket: String
    /// The permission bits of the socket's file.
    package var socketMode: UInt32
    /// The worker's program; nil when nobody is to start one.
    package var workerProgram: String?
    /// What callers may use.
    package var limits: SessionLimits
    /// Why that is less than was configured; nil where it is not.
    package var shortage: String?
    /// How large the journal's segments and its queue may grow.
    package var shape: StoreShape
    /// After how many records a snapshot is written; 0: only when asked.
    package var snapshotRecords: Int
    /// What the rules are given to begin with.
    package var settings: DeskSettings
    /// Where the desk reads the time.
    package var clock: any DeskClock
    /// Says what a user is called.
    package var lookUpUser: PeerNames.LookUp = PeerNames.ofHost

    package init(
        state: String, newDesk: NewDeskOrder = .none, socket: String, socketMode: UInt32 = 0o660,
        workerProgram: String? = nil,
        limits: SessionLimits = SessionLimits(), shape: StoreShape = StoreShape(),
        snapshotRecords: Int = 100_000, settings: DeskSettings,
        clock: any DeskClock = SystemDeskClock()
    ) {
        self.state = state
        self.newDesk = newDesk
        self.socket = socket
        self.socketMode = socketMode
        self.workerProgram = workerProgram
        self.limits = limits
        self.shape = shape
        self.snapshotRecords = snapshotRecords
        self.settings = settings
        self.clock = clock
    }

    /// Where workers connect: beside the control socket.
    package var workerSocket: String {
        let base = socket.hasSuffix(".sock") ? String(socket.dropLast(5)) : socket
        return base + "-worker.sock"
    }
}

/// One thing that runs as long as the desk does.
protocol DeskService: Sendable {
    /// Ends a service; when it returns nothing of it runs any more.
    typealias Stop = () -> Void

    /// What it is called in the log.
    var name: String { get }
    /// Begins; when it returns the service works. What it gives back ends it again.
    func start(_ desk: Desk) throws -> Stop
}
