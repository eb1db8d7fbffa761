import Glibc

/// A program that was given a text and has ended, or was killed as it took too long.
package struct ProgramRun: Hashable, Sendable {
    /// How it ended; nil: it took too long and was killed.
    package let end: ProcessEnd?
    /// The beginning of what it wrote to standard output and error.
    package let output: [UInt8]

    /// Runs a program (an absolute path) with a text as its standard input, without a shell, and waits for
    /// its end; blocks the calling thread.
    ///
    /// It leads a process group, and what is left of that when it ends is killed. It inherits no
    /// descriptors.
    ///
    /// - Parameters:
    ///   - arguments: without the program's own name.
    ///   - environment: the whole environment.
    ///   - outputBytesMax: how much of its output is kept; the rest is read and dropped.
    ///   - milliseconds: how long it may take.
    package static func run(
        program: String, arguments: [String], environment: [String: String], input: [UInt8],
        outputBytesMax: Int, milliseconds: Int
    ) throws(SystemFault) -> ProgramRun {
        let pipe = try OutputPipe()
        let file = try MemoryFile(named: "input", holding: input)
        let process = try file.withDescriptor { descriptor throws(SystemFault) in
            try spawn(
                program, arguments, environment,
                ProgramStreams(input: descriptor, output: pipe.writing?.number))
        }
        pipe.writing = nil
        var output: [UInt8] = []
        let deadline = Deadline(after: .milliseconds(milliseconds))
        var end: ProcessEnd?
        while !deadline.isOver {
            // Short, so that an end is noticed although something it left behind holds the pipe.
            pipe.read(into: &output, bytesMax: outputBytesMax, waitingMilliseconds: 20)
            if hasEnded(process) {
                pipe.read(into: &output, bytesMax: outputBytesMax, waitingMilliseconds: 0)
                kill(-process, SIGKILL)
                end = ProcessEnd(awaiting: process)
                break
            }
        }
        guard end == nil else { return ProgramRun(end: end, output: output) }
        kill(-process, SIGKILL)
        _ = ProcessEnd(awaiting: process)
        return ProgramRun(end: nil, output: output)
    }

    /// Whether it has ended; it is not reaped, so that its number stays its own.
    private static func hasEnded(_ process: Int32) -> Bool {
        var end = siginfo_t()
        let answer = waitid(P_PID, id_t(process), &end, Int32(WEXITED | WNOWAIT | WNOHANG))
        return answer == 0 && end.si_signo == SIGCHLD
    }
}

/// The pipe through which a program's output is read.
private final class OutputPipe {
    let reading: OwnedDescriptor
    /// Nil once it is closed here, so that the end of the program ends the pipe.
    var writing: OwnedDescriptor?
    private var isOver = false

    init() throws(SystemFault) {
        let ends = try makePipe(for: "a program")
        reading = OwnedDescriptor(ends.reading)
        writing = OwnedDescriptor(ends.writing)
        // The program itself expects to wait when it writes.
        _ = fcntl(ends.reading, F_SETFL, O_NONBLOCK)
    }

    /// Reads what is there, waiting for so long for the first of it.
    func read(into output: inout [UInt8], bytesMax: Int, waitingMilliseconds: Int32) {
        guard !isOver else {
            if waitingMilliseconds > 0 { usleep(useconds_t(waitingMilliseconds) * 1000) }
            return
        }
        var asked = pollfd(fd: reading.number, events: Int16(POLLIN), revents: 0)
        guard poll(&asked, 1, waitingMilliseconds) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 4096)
        // Bounded, so that a program that writes without an end is noticed to be late.
        for _ in 0..<64 {
            let count = Glibc.read(reading.number, &buffer, buffer.count)
            if count == 0 { isOver = true }
            guard count > 0 else { return }
            output += buffer.prefix(min(count, max(0, bytesMax - output.count)))
        }
    }
}
