import Logging
import SupportModel
import SupportSystemd
import Synchronization

/// Tells the service manager that the desk is ready, how it is, and that it lives.
///
/// The sign of life comes from the path that matters: it is given only while what was submitted
/// becomes durable. A disk that hangs ends it, and the manager starts the desk anew.
struct SupervisorService: DeskService {
    let name = "supervisor"

    func start(_ desk: Desk) async throws -> Stop {
        let logger = desk.logger
        tell(.ready, .status("ready"), logger)
        let interval = try? Supervisor.watchdogInterval()
        let store = desk.store
        let pulse = Mutex(CommitPulse())
        let pause = (interval ?? nil).map { $0 / 3 } ?? .seconds(10)
        let beat = try Beat("supervisor", every: pause) {
            guard let state = desk.ask({ $0.state }) else { return }
            let isAlive = pulse.withLock {
                $0.isAlive(submitted: state.sequence, durable: UInt64(store.durableSequence))
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
