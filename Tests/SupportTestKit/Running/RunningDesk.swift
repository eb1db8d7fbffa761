import FoundationEssentials
import Glibc
package import SupportSystem
import Synchronization

/// The real daemon with a directory of its own, ended and removed with its value.
package final class RunningDesk: Sendable {
    /// How a desk is run.
    package struct Plan: Sendable {
        /// Where the test clock stands; nil for the real clock.
        package var clock: String?
        /// The text of its `supportd.toml`.
        package var configuration: String
        /// Whether it starts a worker.
        package var startsWorker: Bool
        /// What is to run the daemon, such as `strace` with its options; nothing for itself.
        package var wrapper: [String]
        /// The state directory, in place of one in the desk's own directory.
        package var state: String?
        /// The control socket of another daemon, where this one is expected to end.
        package var socket: String?
        /// What else is said on the command line, such as whether to begin a new desk; nil for a new
        /// desk where there is none at the first start.
        package var arguments: [String]?

        package init(
            clock: String? = "2026-01-05T09:00:00Z", configuration: String = "",
            startsWorker: Bool = false, wrapper: [String] = [], state: String? = nil,
            socket: String? = nil, arguments: [String]? = nil
        ) {
            self.clock = clock
            self.configuration = configuration
            self.startsWorker = startsWorker
            self.wrapper = wrapper
            self.state = state
            self.socket = socket
            self.arguments = arguments
        }
    }

    /// The daemon ended, or said nothing, where it was to run.
    package struct StartFault: Error, CustomStringConvertible {
        /// How it ended; nil when it still runs.
        package let end: ProcessEnd?
        /// What it wrote to standard error.
        package let log: String
        package var description: String {
            "the daemon does not run: \(String(describing: end))\n\(log)"
        }
    }

    private let place: RunningPlace
    private let plan: Plan
    private let current = Mutex<ChildProcess?>(nil)
    private let ends = GuardedState<[ProcessEnd]>([])

    /// Starts a desk and waits until it answers.
    package init(_ plan: Plan = Plan()) throws {
        self.plan = plan
        place = try RunningPlace()
        let worker = "start_worker = \(plan.startsWorker)"
        try write("[daemon]\n\(worker)\n" + plan.configuration, to: configurationPath)
        do {
            let isThere = FileManager.default.fileExists(atPath: "\(state)/initialised")
            try start(asNewDesk: plan.arguments == nil && !isThere)
        } catch {
            kill()
            throw error
        }
    }

    deinit { kill() }

    /// The control socket.
    package var socket: String { plan.socket ?? "\(place.path)/d.sock" }
    /// The state directory.
    package var state: String { plan.state ?? "\(place.path)/state" }
    /// The desk's own directory.
    package var directory: String { place.path }
    /// The configuration file.
    package var configurationPath: String { "\(place.path)/supportd.toml" }
    private var logPath: String { "\(place.path)/log" }
    /// What the daemon has written to standard error since it was first started.
    package var log: String {
        let bytes = FileManager.default.contents(atPath: logPath) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
    /// The daemon's process number; -1 while none runs.
    package var process: Int32 { current.withLock { $0?.process } ?? -1 }

    /// Writes a file.
    package func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// Starts the daemon, which must not run, and waits until it answers.
    ///
    /// - Parameter asNewDesk: whether it is to begin a new desk (`--init`).
    package func start(clock: String? = nil, asNewDesk: Bool = false) throws {
        let before = ends.withLock { $0.count }
        var arguments =
            plan.wrapper + [
                RunningPlace.program("supportd"), "--config", configurationPath, "--state", state,
                "--socket", socket,
            ]
        arguments += plan.arguments ?? []
        if asNewDesk { arguments.append("--init") }
        if let clock = clock ?? plan.clock { arguments += ["--test-clock", clock] }
        let child = try ChildProcess(
            program: "/bin/sh", arguments: ["-c", #"exec "$@" 2>>"$0""#, logPath] + arguments,
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
            onEnd: { [ends] end in ends.change { $0.append(end) } })
        current.withLock { $0 = child }
        let deadline = Deadline(after: .seconds(60))
        while !deadline.isOver {
            if plan.socket == nil, let client = try? WireClient(socket, patience: .seconds(5)) {
                guard client.hello.method == "desk.hello" else { break }
                return
            }
            let end = ends.withLock { $0.count > before ? $0.last : nil }
            if let end { throw StartFault(end: end, log: log) }
            usleep(3000)
        }
        throw StartFault(end: nil, log: log)
    }

    /// Starts the daemon where it is expected to refuse, and says how it ended and what it wrote.
    package func startRefused() throws -> StartFault {
        do {
            try start()
        } catch let fault as StartFault {
            return fault
        }
        return StartFault(end: nil, log: "it runs")
    }

    /// Ends it at once, as a power cut does, and waits for its end.
    package func kill() {
        let child = current.withLock { $0 }
        child?.kill()
        child?.join()
        current.withLock { $0 = nil }
    }

    /// Asks it to end and waits for that.
    package func terminate() -> ProcessEnd? {
        current.withLock { $0 }?.terminate()
        return awaitEnd()
    }

    /// Waits until it has ended by itself; nil when it has not within a minute.
    package func awaitEnd(within time: Duration = .seconds(60)) -> ProcessEnd? {
        let child = current.withLock { $0 }
        guard let child else { return ends.withLock { $0.last } }
        let deadline = Deadline(after: time)
        while Glibc.kill(child.process, 0) == 0, !deadline.isOver { usleep(2000) }
        guard !deadline.isOver else { return nil }
        child.join()
        current.withLock { $0 = nil }
        return ends.withLock { $0.last }
    }

    /// Kills it and starts it again.
    package func restart(clock: String? = nil) throws {
        kill()
        try start(clock: clock)
    }

    /// Sends a signal to the daemon.
    package func signal(_ number: Int32) {
        let process = process
        if process > 0 { _ = Glibc.kill(process, number) }
    }

    /// A new connection.
    package func client() throws -> WireClient { try WireClient(socket) }

    /// Runs `supportc` against the desk: its exit code, and its output and errors as one text.
    package func supportc(_ arguments: String...) throws -> (code: Int32, output: String) {
        let (end, output) = try RunningProgram.run(
            RunningPlace.program("supportc"), ["--socket", socket] + arguments)
        guard case .exited(let code) = end else { return (-1, "\(end)") }
        return (code, output)
    }

    /// Runs `supportc` against the desk in a terminal: its exit code, and what the terminal shows.
    package func supportc(
        _ arguments: String..., columns: UInt16, rows: UInt16 = 24,
        environment: [String: String] = [:]
    ) throws -> (code: Int32, output: String) {
        let (end, output) = try RunningTerminal.run(
            RunningPlace.program("supportc"), ["--socket", socket] + arguments, columns: columns,
            rows: rows, environment: environment)
        guard case .exited(let code) = end else { return (-1, "\(end)") }
        return (code, output)
    }

    /// The daemon's resident memory in KiB, as the kernel says; 0 when it does not run.
    package var residentKiB: Int {
        let path = "/proc/\(process)/status"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
