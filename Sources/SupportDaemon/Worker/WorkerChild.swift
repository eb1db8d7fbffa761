package import Logging
import SupportSystem
import Synchronization

/// Keeps a worker process running as the daemon's child.
///
/// One that ends is started again: at once the first time, after up to a minute when it keeps
/// ending, because a program that cannot run must not burn the machine.
package final class WorkerChild: Sendable {
    private let program: String
    private let socket: String
    private let logger: Logger
    private let current = Mutex(Current())

    /// What runs, and since when.
    private struct Current {
        var process: ChildProcess?
        var startedAt: Int64 = 0
        /// Ends in a row after less than ten seconds.
        var quickEnds = 0
        /// Not before this time on the boot clock, in milliseconds.
        var notBefore: Int64 = 0
        var isStopping = false
    }

    package init(program: String, socket: String, logger: Logger) {
        self.program = program
        self.socket = socket
        self.logger = logger
    }

    /// Starts a worker unless one runs or has to wait. Called again and again.
    package func keep() {
        current.withLock { current in
            let now = BootClock.milliseconds
            guard current.process == nil, !current.isStopping, now >= current.notBefore else {
                return
            }
            start(&current, now)
        }
    }

    /// Ends the worker and waits for its end.
    package func stop() {
        let process = current.withLock { current in
            current.isStopping = true
            return current.process
        }
        guard let process else { return }
        process.terminate()
        // One that hangs has nothing to lose, and must not keep the desk from ending.
        let deadline = Deadline(after: .seconds(5))
        while isRunning, !deadline.isOver { ThisProcess.pause(.milliseconds(20)) }
        process.kill()
        process.join()
    }

    private var isRunning: Bool { current.withLock { $0.process != nil } }

    private func start(_ current: inout Current, _ now: Int64) {
        do {
            current.process = try ChildProcess(
                program: program, arguments: ["--desk", socket, "--leave-with-desk"],
                environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
                onEnd: { [self] in ended($0) })
            current.startedAt = now
            logger.info("a worker was started", metadata: ["program": "\(program)"])
        } catch {
            current.notBefore = now + 10_000
            logger.error("the worker could not be started", metadata: ["cause": "\(error)"])
        }
    }

    private func ended(_ end: ProcessEnd) {
        current.withLock { current in
            let now = BootClock.milliseconds
            let wasQuick = now - current.startedAt < 10_000
            current.quickEnds = wasQuick ? min(current.quickEnds + 1, 10) : 0
            current.process = nil
            let wait = current.quickEnds <= 1 ? 0 : min(60_000, 250 << current.quickEnds)
            current.notBefore = now + Int64(wait)
            guard !current.isStopping else { return }
            logger.warning("the worker ended", metadata: ["how": "\(end)"])
        }
        keep()
    }
}
