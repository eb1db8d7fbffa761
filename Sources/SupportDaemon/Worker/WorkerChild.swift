package import Logging
import SupportSystem

/// Keeps a worker process running as the daemon's child.
///
/// A worker that ends is started again: at once the first time, after up to a minute when it ends
/// repeatedly, so that a program that cannot run does not use up the processor. One that runs and
/// does not connect has hung and is killed.
///
/// One thread does this and waits for the next event: a worker connects or goes, a process ends, or
/// a start is due. Its callers never wait for a process to be started.
package final class WorkerChild: Sendable {
    private let program: String
    private let socket: String
    private let logger: Logger
    private let onTrouble: @Sendable (String) -> Void
    private let news = GuardedState(News())
    private let current = GuardedState(Current())

    /// The orders to the thread that it has not carried out yet.
    private struct News: Sendable {
        var isConnected = false
        /// The process of a worker that hangs.
        var hung: Int32?
        var hasChanged = false
        var isOver = false
    }

    /// The child process and the state of its restarts.
    private struct Current: Sendable {
        var process: ChildProcess?
        var startedAt: Int64 = 0
        /// Ends in a row less than ten seconds after the start, 0 to 10.
        var quickEnds = 0
        /// The earliest time of the next start, in milliseconds on the boot clock.
        var notBefore: Int64 = 0
        var isStopping = false
        /// The time of the last call of `keep`, and the start of the present series of calls
        /// without a longer pause, both in milliseconds on the boot clock.
        var (askedAt, absentSince): (Int64, Int64) = (0, 0)
    }

    /// - Parameter onTrouble: called with why there is no worker: its program cannot be started, or
    ///   ends again and again.
    package init(
        program: String, socket: String, logger: Logger,
        onTrouble: @escaping @Sendable (String) -> Void
    ) {
        (self.program, self.socket, self.logger) = (program, socket, logger)
        self.onTrouble = onTrouble
    }

    /// Records whether a worker is connected.
    package func note(isConnected: Bool) {
        news.change { news in
            news.isConnected = isConnected
            news.hasChanged = true
        }
    }

    /// Kills the worker of this process number and every process it started; does nothing for
    /// another process.
    package func kill(_ process: Int32) { news.change { $0.hung = process } }

    /// Keeps a worker running until `stop`, on the calling thread.
    package func run() {
        var next: Int64? = BootClock.milliseconds
        while let news = awaitNews(until: next) {
            if let hung = news.hung { end(hung) }
            next = news.isConnected ? nil : keep()
        }
    }

    /// Waits until something has happened or a time on the boot clock has come, nil for never; nil when
    /// it is over.
    private func awaitNews(until time: Int64?) -> News? {
        let rest = time.map { Duration.milliseconds(max(0, $0 - BootClock.milliseconds)) }
        func take(_ news: inout News) -> News {
            defer { (news.hung, news.hasChanged) = (nil, false) }
            return news
        }
        let received = news.wait(atMost: rest) { news -> News? in
            news.isOver || news.hasChanged || news.hung != nil ? take(&news) : nil
        }
        let now = received ?? news.withLock { take(&$0) }
        return now.isOver ? nil : now
    }

    /// Starts a worker unless one runs or the next start is not due; to be called while none is connected.
    ///
    /// - Returns: when to call it again, in milliseconds on the boot clock; nil for never.
    @discardableResult
    package func keep() -> Int64? {
        current.withLock { current in
            let now = BootClock.milliseconds
            // A worker was connected until now, or this process was suspended.
            if now - current.askedAt > 2 * LedgerLimits.pulseCheckMilliseconds {
                current.absentSince = now
            }
            current.askedAt = now
            guard !current.isStopping else { return nil }
            if let process = current.process {
                let since = max(current.absentSince, current.startedAt)
                if now - since >= WorkerPulse.silenceMax { end(process, &current) }
            } else if now >= current.notBefore {
                start(&current, now)
            }
            return current.process == nil
                ? current.notBefore : now + LedgerLimits.pulseCheckMilliseconds
        }
    }

    private func end(_ process: Int32) {
        current.withLock { current in
            if let own = current.process, own.process == process { own.killGroup() }
        }
    }

    private func end(_ process: ChildProcess, _ current: inout Current) {
        logger.error(
            "the worker does not connect and is replaced",
            metadata: ["process": "\(process.process)"])
        process.killGroup()
        // Logged once: an end that takes time is given the same time again.
        current.startedAt = BootClock.milliseconds
    }

    /// Ends the worker and waits for its end.
    package func stop() {
        news.change { $0.isOver = true }
        let process = current.withLock { current in
            current.isStopping = true
            return current.process
        }
        guard let process else { return }
        process.terminate()
        // A worker that hangs is killed, so that it cannot delay the desk's stop.
        _ = current.wait(atMost: .seconds(5)) { $0.process == nil ? true : nil }
        process.killGroup()
        process.join()
    }

    /// The worker inherits standard error and must know whether the journal reads it.
    private var environment: [String: String] {
        var environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        environment["JOURNAL_STREAM"] = ThisProcess.variable("JOURNAL_STREAM")
        return environment
    }

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
            onTrouble("its program could not be started: \(error)")
        }
    }

    private func ended(_ end: ProcessEnd) {
        current.change { current in
            let now = BootClock.milliseconds
            let wasQuick = now - current.startedAt < 10_000
            current.quickEnds = wasQuick ? min(current.quickEnds + 1, 10) : 0
            current.process = nil
            let wait = current.quickEnds <= 1 ? 0 : min(60_000, 250 << current.quickEnds)
            current.notBefore = now + Int64(wait)
            guard !current.isStopping else { return }
            logger.warning("the worker ended", metadata: ["how": "\(end)"])
            if current.quickEnds > 1 {
                onTrouble("\(program) ended soon after each start, \(end)")
            }
        }
        news.change { $0.hasChanged = true }
    }
}
