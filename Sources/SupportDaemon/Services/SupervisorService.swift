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

    func start(_ desk: Desk) async throws -> Stop {
        let logger = desk.logger
        tell(.ready, .status("ready"), logger)
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
                    submitted: state.sequence, durable: UInt64(store.durableSequence))
            }
            let words = "\(state.liveTickets.count) live tickets, \(state.sequence) records"
            if isAlive {
                tell(.alive, .status(words), logger)
            } else {
                tell(.status("waiting for the disk; \(words)"), nil, logger)
            }
        }
        return {
            tell(.stopping, .status("stopping"), logger)
            beat.stop()
        }
    }

    /// Gives the kernel back what a peak has left, on this task's thread and not on the desk's loop.
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

    private func tell(_ first: ServiceNotice, _ second: ServiceNotice?, _ logger: Logger) {
        do {
            if let second {
                try Supervisor.tell(first, second)
            } else {
                try Supervisor.tell(first)
            }
        } catch {
            logger.warning("the service manager was not told", metadata: ["cause": "\(error)"])
        }
    }
}
