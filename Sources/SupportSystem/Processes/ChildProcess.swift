import CLinux
import Glibc
import Synchronization

/// A program that this process started and whose end it is notified of.
///
/// It inherits standard output and error and nothing else: its standard input is empty, other
/// descriptors are closed, no signal is blocked or ignored. It leads a process group of its own.
package final class ChildProcess: Sendable {
    /// The process number; after the end it may be another process's.
    package let process: Int32
    private let state: State
    private let thread: WorkerThread

    /// Starts a program (an absolute path) and calls the closure once, on a thread of its own, with
    /// how it ended.
    ///
    /// - Parameters:
    ///   - arguments: without the program's own name, which is its path.
    ///   - environment: the whole environment: `["PATH": "/usr/bin"]`.
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
            // No thread would wait for it, so it must not stay.
            state.send(SIGKILL)
            _ = state.wait()
            throw error
        }
    }

    /// Sends SIGTERM; false when the process has ended already.
    @discardableResult package func terminate() -> Bool { state.send(SIGTERM) }

    /// Sends SIGKILL; false when the process has ended already.
    @discardableResult package func kill() -> Bool { state.send(SIGKILL) }

    /// Sends SIGKILL to the process and to every process of its group, also stopped ones; false
    /// when it has ended already.
    @discardableResult package func killGroup() -> Bool { state.send(SIGKILL, toGroup: true) }

    /// Waits until it has ended and the closure has returned.
    package func join() { thread.join() }
}

/// Whether the process number still belongs to this child.
private final class State: Sendable {
    private let process: Int32
    private let isReaped = Mutex(false)

    init(_ process: Int32) {
        self.process = process
    }

    /// Sends a signal only while the number cannot belong to another process.
    @discardableResult func send(_ signal: Int32, toGroup: Bool = false) -> Bool {
        isReaped.withLock { isReaped in
            !isReaped && kill(toGroup ? -process : process, signal) == 0
        }
    }

    /// Waits without reaping, then reaps under the lock, so that no signal reaches another process.
    func wait() -> ProcessEnd {
        var end = siginfo_t()
        while waitid(P_PID, id_t(process), &end, Int32(WEXITED | WNOWAIT)) < 0 && errno == EINTR {}
        return isReaped.withLock { isReaped in
            isReaped = true
            return ProcessEnd(awaiting: process)
        }
    }
}

/// What a program is given as its standard streams.
struct ProgramStreams {
    /// Its standard input; nil: nothing to read.
    var input: CInt?
    /// Its standard output and error; nil: those of this process.
    var output: CInt?
    /// Whether its standard error is that of this process all the same.
    var keepsErrors = false
}

/// Makes a pipe of which no started program inherits an end unless it is given it.
func makePipe(for subject: String) throws(SystemFault) -> (reading: CInt, writing: CInt) {
    var ends: [CInt] = [-1, -1]
    _ = try systemCall("make a pipe for", subject) { pipe(&ends) }
    // A program that another thread starts in between closes what it inherits.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
}

/// Starts a program and returns its process number.
func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    _ streams: ProgramStreams = ProgramStreams()
) throws(SystemFault) -> Int32 {
    let words = [program] + arguments
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    guard !(words + variables).contains(where: { $0.utf8.contains(0) }) else {
        // The program would see the argument end there.
        throw SystemFault(doing: "pass a zero byte to", subject: program, errno: EINVAL)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    try prepare(&actions, program, streams)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    try prepare(&attributes, program)
    var process: Int32 = 0
    let answer = withStringVector(words) { words in
        withStringVector(variables) { variables in
            posix_spawn(&process, program, &actions, &attributes, words, variables)
        }
    }
    try checkAnswer(answer, "start", program)
    return process
}

private func prepare(
    _ actions: inout posix_spawn_file_actions_t, _ program: String, _ streams: ProgramStreams
) throws(SystemFault) {
    let doing = "prepare to start"
    if let input = streams.input {
        try checkAnswer(posix_spawn_file_actions_adddup2(&actions, input, 0), doing, program)
    } else {
        try checkAnswer(
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0), doing, program)
    }
    // Duplicated onto itself, which clears its close-on-exec flag.
    for number: CInt in [1, 2] {
        let isOwn = number == 2 && streams.keepsErrors
        let source = isOwn ? number : streams.output ?? number
        try checkAnswer(
            posix_spawn_file_actions_adddup2(&actions, source, number), doing, program)
    }
    try checkAnswer(posix_spawn_file_actions_addclosefrom_np(&actions, 3), doing, program)
}

private func prepare(
    _ attributes: inout posix_spawnattr_t, _ program: String
) throws(SystemFault) {
    let doing = "prepare to start"
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    // Group 0: a new one, led by the program.
    try checkAnswer(posix_spawnattr_setpgroup(&attributes, 0), doing, program)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP)
    try checkAnswer(posix_spawnattr_setsigmask(&attributes, &none), doing, program)
    try checkAnswer(posix_spawnattr_setsigdefault(&attributes, &all), doing, program)
    try checkAnswer(posix_spawnattr_setflags(&attributes, flags), doing, program)
}

/// Passes strings to a call as C does: pointers with a null at the end.
func withStringVector<Answer>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
) -> Answer {
    var pointers = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
}

/// How a process ended.
package enum ProcessEnd: Hashable, Sendable {
    /// It exited with this status, 0 for success.
    case exited(status: Int32)
    /// A signal ended it.
    case killed(signal: Int32)

    /// Waits until a child has ended, and reaps it.
    init(awaiting process: Int32) {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        self = signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
    }
}

extension ProcessEnd: CustomStringConvertible {
    /// `exited with status 1`, `killed by signal 9`.
    package var description: String {
        switch self {
        case .exited(let status): "exited with status \(status)"
        case .killed(let signal): "killed by signal \(signal)"
        }
    }
}

/// Checks files that are programs.
package enum ExecutableFile {
    /// Whether this process may execute the file at a path; false also when there is none, or when
    /// it cannot be reached. A path that is not absolute is relative to the working directory.
    package static func isThere(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
