import Logging
import SupportModel
import SupportSystem
import SupportSystemd
import Synchronization

/// Tells the service manager that the desk is ready, how it is, and that it lives.
///
/// The sign of life comes from the path that matters: it is given only while what was submitted
/// becomes durable. A disk that hangs ends it, and the manager starts the desk anew. Each beat also
/// looks at what else must be seen now and then: files that are gone, a disk that is full or refuses,
/// and memory that a peak has left.
struct SupervisorService: DeskService {
    let name = "supervisor"

    /// The longest time between two beats.
    private static let pauseMax = Duration.seconds(10)

    func start(_ desk: Desk) throws -> Stop {
        let logger = desk.logger
        let isHeard = tell(.ready, .status("ready"), logger)
        // A beat that finds the disk slow gives no sign of life: two more come before it is too late.
        let watchdog = (try? Supervisor.watchdogInterval()) ?? nil
        let pause = watchdog.map { min($0 / 3, Self.pauseMax) } ?? Self.pauseMax
        let seen = Mutex((pulse: CommitPulse(), memory: MemoryWatch()))
        let beat = try Beat("supervisor", every: pause) {
            desk.log.lookForFiles()
            seen.withLock { giveBack(&$0.memory, logger) }
            guard isHeard else {
                // Nothing else is to be told: the event loop of an idle desk is not woken.
                if desk.ledger.hasStorageNews { desk.ask { $0.lookAtStorage() } }
                return
            }
            seen.withLock { tellLife(of: desk, &$0.pulse) }
        }
        return {
            tell(.stopping, .status("stopping"), logger)
            beat.stop()
        }
    }

    /// Tells the manager how the desk is, and that it lives, unless what waited for the disk at the last
    /// beat still waits.
    private func tellLife(of desk: Desk, _ pulse: inout CommitPulse) {
        let state = desk.ask { ledger in
            ledger.lookAtStorage()
            return ledger.state
        }
        guard let state else { return }
        let words = "\(state.liveTickets.count) live tickets, \(state.sequence) records"
        let isAlive = pulse.isAlive(
            submitted: state.sequence, durable: UInt64(desk.store.durableSequence))
        if isAlive {
            tell(.alive, .status(words), desk.logger)
        } else {
            tell(.status("waiting for the disk; \(words)"), nil, desk.logger)
        }
    }

    /// Gives the kernel back what a peak has left, on the beat's thread and not on the desk's loop.
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

    /// Tells the manager; false where there is none.
    @discardableResult
    private func tell(
        _ first: ServiceNotice, _ second: ServiceNotice?, _ logger: Logger
    ) -> Bool {
        do {
            guard let second else { return try Supervisor.tell(first) }
            return try Supervisor.tell(first, second)
        } catch {
            logger.warning("the service manager was not told", metadata: ["cause": "\(error)"])
            return true
        }
    }
}

/// Does something again and again, on a thread of its own.
final class Beat: Sendable {
    private let isOver = GuardedState(false)
    private let thread: WorkerThread

    /// Begins with a pause.
    init(
        _ name: String, every pause: Duration, _ body: @escaping @Sendable () -> Void
    ) throws(SystemFault) {
        thread = try WorkerThread(name: name) { [isOver] in
            while isOver.wait(atMost: pause, until: { $0 ? true : nil }) == nil { body() }
        }
    }

    /// Ends it; when it returns nothing of it runs any more.
    func stop() {
        isOver.change { $0 = true }
        thread.join()
    }
}

/// Whether records that were submitted become durable.
package struct CommitPulse {
    private var wanted: UInt64 = 0

    /// Nothing has been submitted yet.
    package init() {}

    /// True unless what was already waiting at the last beat still waits.
    package mutating func isAlive(submitted: UInt64, durable: UInt64) -> Bool {
        defer { wanted = submitted }
        return durable >= wanted
    }
}

/// Knows when a peak of memory has passed and what it left behind can be given back. Asked now and
/// then with what is resident.
package struct MemoryWatch: Hashable, Sendable {
    /// What was resident when all was given back last; nil before the first time.
    private var settled: Int?
    private var last = 0

    /// What may lie free without being worth the trouble, in bytes.
    package static let spareBytesMax = 8 << 20

    /// A watch that has not seen anything.
    package init() {}

    /// Whether to give back now: much more is resident than was needed last, and it grows no more.
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

    /// Takes note of what is left after giving back: that much is needed.
    package mutating func gaveBack(resident: Int) {
        settled = resident
        last = resident
    }
}
