package import Logging
import SupportSystem
import Synchronization

/// Keeps a worker process running as the daemon's child.
///
/// One that ends is started again: at once the first time, after up to a minute when it keeps
/// ending, because a program that cannot run must not burn the machine. One that runs and does not
/// connect is killed, for it hangs.
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
        /// When `keep` was last called, and since when it was called without a longer pause.
        var (askedAt, absentSince): (Int64, Int64) = (0, 0)
    }

    package init(program: String, socket: String, logger: Logger) {
        self.program = program
        self.socket = socket
        self.logger = logger
    }

    /// Starts a worker unless one runs or has to wait. Called several times a second for as long as
    /// none is connected.
    package func keep() {
        current.withLock { current in
            let now = BootClock.milliseconds
            // It was connected until now, or this process stood still.
            if now - current.askedAt > 2 * LedgerLimits.pulseCheckMilliseconds {
                current.absentSince = now
            }
            current.askedAt = now
            guard !current.isStopping else { return }
            if let process = current.process {
                let since = max(current.absentSince, current.startedAt)
                if now - since >= WorkerPulse.silenceMax { end(process, &current) }
            } else if now >= current.notBefore {
                start(&current, now)
            }
        }
    }

    /// Kills the worker that has this number, with all that it has started; nothing where the number
    /// is another process's.
    package func kill(_ process: Int32) {
        current.withLock { current in
            if let own = current.process, own.process == process { own.killGroup() }
        }
    }

    private func end(_ process: ChildProcess, _ current: inout Current) {
        logger.error(
            "the worker does not connect and is replaced",
            metadata: ["process": "\(process.process)"])
        process.killGroup()
        // It is told once: an end that takes its time is waited for as long again.
        current.startedAt = BootClock.milliseconds
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
        process.killGroup()
        process.join()
    }

    /// The worker writes to the same standard error, and must know whether the journal reads it.
    private var environment: [String: String] {
        var environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        environment["JOURNAL_STREAM"] = ThisProcess.variable("JOURNAL_STREAM")
        return environment
    }

    private var isRunning: Bool { current.withLock { $0.process != nil } }

    private func start(_ current: inout Current, _ now: Int64) {
        do {
            current.process = try ChildProcess(
                program: program, arguments: ["--desk", socket, "--leave-with-desk"],
                environment: environment,
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
