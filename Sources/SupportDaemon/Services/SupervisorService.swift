import Logging
import SupportModel
import SupportSystem
import SupportSystemd
import Synchronization

/// Notifies the service manager of the desk's start, status, watchdog and stop.
///
/// The watchdog is notified only while submitted records become durable: when the disk hangs, the
/// notices cease and the manager restarts the desk. Each beat also checks what must be checked from
/// time to time: files that were removed, a disk that is full or refuses, and memory left by a
/// peak.
struct SupervisorService: DeskService {
    let name = "supervisor"

    func start(_ desk: Desk) async throws -> Stop {
        let logger = desk.logger
        notify(.ready, .status("ready"), logger)
        let interval = try? Supervisor.watchdogInterval()
        let store = desk.store
        let seen = Mutex((pulse: CommitPulse(), memory: MemoryWatch()))
        let pause = (interval ?? nil).map { $0 / 3 } ?? .seconds(10)
        let beat = try Beat("supervisor", every: pause) {
            desk.log.lookForFiles()
            let state = desk.ask { ledger in
                ledger.lookAtStorage()
                return ledger.state
            }
            guard let state else { return }
            let isAlive = seen.withLock {
                giveBack(&$0.memory, logger)
                return $0.pulse.isAlive(
                    submitted: state.sequence, durable: store.durableSequence)
            }
            let words = "\(state.liveTickets.count) live tickets, \(state.sequence) records"
            if isAlive {
                notify(.alive, .status(words), logger)
            } else {
                notify(.status("waiting for the disk; \(words)"), nil, logger)
            }
        }
        return {
            notify(.stopping, .status("stopping"), logger)
            beat.stop()
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

    private func notify(_ first: ServiceNotice, _ second: ServiceNotice?, _ logger: Logger) {
        do {
            if let second {
                try Supervisor.notify(first, second)
            } else {
                try Supervisor.notify(first)
            }
        } catch {
            logger.warning("the service manager was not told", metadata: ["cause": "\(error)"])
        }
    }
}

/// Calls a closure repeatedly on a thread of its own.
///
/// Not on the threads of Swift's tasks: libdispatch monitors a busy pool once a second by opening a
/// file for each of its threads. On a host without free descriptors it treats the failure as its
/// own fault and ends the process.
final class Beat: Sendable {
    private let isOver = GuardedState(false)
    private let thread: WorkerThread

    /// Starts the thread, which pauses before the first call.
    init(
        _ name: String, every pause: Duration, urgency: ThreadUrgency = .usual,
        _ body: @escaping @Sendable () -> Void
    ) throws(SystemFault) {
        thread = try WorkerThread(name: name, urgency: urgency) { [isOver] in
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
