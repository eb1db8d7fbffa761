import Glibc
import Synchronization

/// A program that this process started and will hear of when it ends.
///
/// It inherits standard output and error and nothing else: its standard input is empty, other
/// descriptors are closed, no signal is blocked or ignored. It leads a process group of its own.
package final class ChildProcess: Sendable {
    /// The number of the process; after its end it may belong to another.
    package let process: Int32
    private let state: State
    private let thread: WorkerThread

    /// Starts a program (an absolute path) and tells the closure once, on a thread of its own, how
    /// it ended.
    ///
    /// - Parameters:
    ///   - arguments: without the program's own name, which is its path.
    ///   - environment: all of it: `["PATH": "/usr/bin"]`.
    package init(
        program: String, arguments: [String], environment: [String: String],
        onEnd: @escaping @Sendable (ProcessEnd) -> Void
    ) throws(SystemFault) {
        let process = try spawn(program, arguments, environment)
        let state = State(process)
        self.process = process
        self.state = state
        do throws(SystemFault) {
            thread = try WorkerThread(name: "child-\(process)") { onEnd(state.wait()) }
        } catch {
            // Nobody would ever wait for it: it must not stay.
            state.send(SIGKILL)
            _ = state.wait()
            throw error
        }
    }

    /// Asks it to end (SIGTERM); false when it has ended already.
    @discardableResult package func terminate() -> Bool { state.send(SIGTERM) }

    /// Ends it at once (SIGKILL); false when it has ended already.
    @discardableResult package func kill() -> Bool { state.send(SIGKILL) }

    /// Ends it and every process that it has started and that stayed in its group, also those that
    /// are stopped (SIGKILL); false when it has ended already.
    @discardableResult package func killGroup() -> Bool { state.send(SIGKILL, toGroup: true) }

    /// Waits until it has ended and the closure has returned.
    package func join() { thread.join() }
}

/// Whether the process number is still this child's.
private final class State: Sendable {
    private let process: Int32
    private let isReaped = Mutex(false)

    init(_ process: Int32) {
        self.process = process
    }

    /// Signals only while the number cannot have been given to another process.
    @discardableResult func send(_ signal: Int32, toGroup: Bool = false) -> Bool {
        isReaped.withLock { isReaped in
            !isReaped && kill(toGroup ? -process : process, signal) == 0
        }
    }

    /// Waits without reaping, then reaps under the lock, so that no signal meets a stranger.
    func wait() -> ProcessEnd {
        var end = siginfo_t()
        while waitid(P_PID, id_t(process), &end, Int32(WEXITED | WNOWAIT)) < 0 && errno == EINTR {}
        return isReaped.withLock { isReaped in
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 && errno == EINTR {}
            isReaped = true
            let signal = status & 0x7F
            return signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
        }
    }
}
