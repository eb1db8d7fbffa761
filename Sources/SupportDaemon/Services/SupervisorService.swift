import Logging
import SupportModel
import SupportSystem
import SupportSystemd
import Synchronization

/// Notifies the service manager of the desk's start, status, watchdog and stop.
///
/// The watchdog is notified only while the event loop answers, submitted records become durable and what
/// is due is looked for in time: when the loop, the disk or the scheduler hangs, the notices cease and
/// the manager restarts the desk. Each beat also checks what must be checked from
/// time to time: files that were removed, a disk that is full or refuses, and memory left by a
/// peak.
struct SupervisorService: DeskService {
    let name = "supervisor"

    /// The longest time between two beats.
    private static let pauseMax = Duration.seconds(10)
    /// How late the scheduler may be before it has stopped.
    private static let overdueMax = Duration.seconds(60)

    func start(_ desk: Desk) throws -> Stop {
        let logger = desk.logger
        let words = desk.ask { ServiceStatus($0).line } ?? "ready"
        let isHeard = Supervision.tell([.ready, .status(words)], logger)
        logger.notice("ready")
        // A beat that finds the disk slow sends no sign of life: two more come before it is too late.
        let watchdog = (try? Supervisor.watchdogInterval()) ?? nil
        let pause = watchdog.map { min($0 / 3, Self.pauseMax) } ?? Self.pauseMax
        let seen = Mutex((pulse: CommitPulse(), memory: MemoryWatch()))
        let beat = try Beat("supervisor", every: pause) {
            desk.log.checkFiles()
            seen.withLock { giveBack(&$0.memory, logger) }
            guard isHeard else {
                // Only a change is logged, so that the event loop of an idle desk is not woken.
                if desk.ledger.hasStorageChange { desk.ask { $0.checkStorage() } }
                return
            }
            seen.withLock { reportLife(of: desk, &$0.pulse) }
        }
        return {
            Supervision.tell(
                [.stopping, .status("stopping: answering what was accepted")], logger)
            beat.stop()
        }
    }

    /// Reports to the manager how the desk is, and that it lives, unless what waited for the disk at the last
    /// beat still waits.
    private func reportLife(of desk: Desk, _ pulse: inout CommitPulse) {
        let found = desk.ask { ledger in
            ledger.checkStorage()
            return (
                sequence: ledger.state.sequence, words: ServiceStatus(ledger).line,
                isOverdue: ledger.clock.test == nil && ledger.isOverdue(by: Self.overdueMax)
            )
        }
        guard let found else { return }
        let isStored = pulse.isAlive(
            submitted: found.sequence, durable: desk.store.durableSequence)
        switch (isStored, found.isOverdue) {
        case (true, false): Supervision.tell([.alive, .status(found.words)], desk.logger)
        case (false, _):
            Supervision.tell([.status("waiting for the disk; \(found.words)")], desk.logger)
        case (true, true):
            Supervision.tell([.status("the scheduler has stopped; \(found.words)")], desk.logger)
        }
    }

    /// Returns memory left by a peak to the kernel, on this thread and not on the desk's event
    /// loop.
    private func giveBack(_ memory: inout MemoryWatch, _ logger: Logger) {
        guard let before = HeapMemory.residentBytes, memory.mustGiveBack(resident: before) else {
            return
        }
        HeapMemory.giveBack()
        let after = HeapMemory.residentBytes ?? before
        memory.gaveBack(resident: after)
        logger.debug(
            "memory was given back",
            metadata: ["before": "\(before >> 20) MiB", "after": "\(after >> 20) MiB"])
    }
}

/// How the desk is, in the line that `systemctl status` shows.
struct ServiceStatus {
    /// What needs a person first, then the figures.
    let line: String

    init(_ ledger: isolated Ledger) {
        let state = ledger.state
        let down = state.monitors.values.count { $0.state == .down }
        var parts: [String] = []
        if let trouble = ledger.configurationTrouble { parts.append(trouble) }
        switch ledger.reportedStorage.withLock({ $0 }) {
        case .good: break
        case .full, .lost, .behind: parts.append("changes are refused")
        case .fillsUp, .endsSoon: parts.append("the disk is nearly full")
        }
        if state.clockDoubt != nil { parts.append("the clock is in doubt") }
        if !ledger.worker.connected, !state.monitors.isEmpty { parts.append("no worker") }
        if down > 0 { parts.append("\(down) of \(state.monitors.count) monitors down") }
        parts.append("\(state.liveTickets.all.count) live tickets, \(state.sequence) records")
        line = parts.joined(separator: "; ")
    }
}

/// Calls a closure repeatedly on a thread of its own.
final class Beat: Sendable {
    private let isOver = GuardedState(false)
    private let thread: WorkerThread

    /// Starts the thread, which pauses before the first call.
    init(
        _ name: String, every pause: Duration, _ body: @escaping @Sendable () -> Void
    ) throws(SystemFault) {
        thread = try WorkerThread(name: name) { [isOver] in
            while isOver.wait(atMost: pause, until: { $0 ? true : nil }) == nil { body() }
        }
    }

    /// Stops the thread and waits for its end.
    func stop() {
        isOver.change { $0 = true }
        thread.join()
    }
}

/// Checks whether submitted records become durable.
package struct CommitPulse {
    private var wanted: UInt64 = 0

    /// The state before any record was submitted.
    package init() {}

    /// True unless a record that had been submitted at the previous call is still not durable.
    package mutating func isAlive(submitted: UInt64, durable: UInt64) -> Bool {
        defer { wanted = submitted }
        return durable >= wanted
    }
}

/// Decides when the memory left by a peak is returned to the kernel. Called from time to time with
/// the resident size.
package struct MemoryWatch: Hashable, Sendable {
    /// The resident size that is needed, in bytes: as it was after memory was last returned, or
    /// lower since; nil before the first call.
    private var settled: Int?
    private var last = 0

    /// The unused memory that is kept, in bytes.
    package static let spareBytesMax = 8 << 20

    /// The state before the first call.
    package init() {}

    /// Whether to return memory now: the resident size is well above what was needed last and no
    /// longer grows.
    package mutating func mustGiveBack(resident: Int) -> Bool {
        let grows = resident > last + last / 20
        last = resident
        guard let settled else {
            self.settled = resident
            return false
        }
        if resident < settled { self.settled = resident }
        return !grows && resident > settled + settled / 4 + Self.spareBytesMax
    }

    /// Records the resident size after memory was returned, in bytes.
    package mutating func gaveBack(resident: Int) {
        settled = resident
        last = resident
    }
}
