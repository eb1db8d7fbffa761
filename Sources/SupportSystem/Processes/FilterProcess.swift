import Glibc

/// Runs a program as a filter: bytes in, bytes out, within a time.
package enum FilterProcess {
    /// What came of a run.
    package struct Result: Sendable {
        /// How it ended; nil where it was killed because it took too long or wrote too much.
        package let end: ProcessEnd?
        /// What it wrote to standard output.
        package let output: [UInt8]
    }

    /// Starts a program (an absolute path) without an environment, gives it the bytes on standard input,
    /// and waits for its end; standard error is this process's.
    ///
    /// - Parameters:
    ///   - arguments: without the program's own name.
    ///   - outputBytesMax: the most that is read; a program that writes more is killed.
    package static func run(
        program: String, arguments: [String], input: [UInt8], outputBytesMax: Int, within: Duration
    ) throws(SystemFault) -> Result {
        let deadline = Deadline(after: within)
        let (given, taken) = (try makePipe(for: program), try makePipe(for: program))
        for end in [given.writing, taken.reading] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        let process = try spawn(
            program, arguments, ["LC_ALL": "C.UTF-8"],
            ProgramStreams(input: given.reading, output: taken.writing, keepsErrors: true))
        var pump = Pump(
            input: given.writing, bytes: input, output: taken.reading,
            outputBytesMax: outputBytesMax)
        close(given.reading)
        close(taken.writing)
        let isWhole = pump.run(until: deadline)
        if !isWhole { kill(process, SIGKILL) }
        pump.closeAll()
        let end = ProcessEnd(awaiting: process)
        return Result(end: isWhole ? end : nil, output: pump.received)
    }
}

/// Both pipes of a filter, one filled and one emptied as they are ready.
private struct Pump {
    private var input: Int32
    private let bytes: [UInt8]
    private var written = 0
    private var output: Int32
    private let outputBytesMax: Int
    private(set) var received: [UInt8] = []

    init(input: Int32, bytes: [UInt8], output: Int32, outputBytesMax: Int) {
        (self.input, self.bytes) = (input, bytes)
        (self.output, self.outputBytesMax) = (output, outputBytesMax)
    }

    /// Runs to the end of the output; false where it is not reached in time, or it is too long.
    mutating func run(until deadline: Deadline) -> Bool {
        ProcessSetup.ignoreBrokenPipes()
        if bytes.isEmpty { closeInput() }
        while true {
            // A descriptor of -1 is passed over.
            var watched = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
            ]
            if deadline.isOver { return false }
            let count = poll(&watched, 2, deadline.pollMilliseconds)
            if count < 0, errno != EINTR { return false }
            guard count > 0 else { continue }
            if watched[1].revents != 0 { write() }
            if watched[0].revents != 0, let isEnd = read() { return isEnd }
        }
    }

    private mutating func write() {
        let count = bytes[written...].withUnsafeBytes {
            Glibc.write(input, $0.baseAddress, min($0.count, 1 << 16))
        }
        if count > 0 { written += count }
        // One that ended early takes no more; what it says then tells why.
        let isBroken = count < 0 && errno != EAGAIN && errno != EINTR
        if written == bytes.count || isBroken { closeInput() }
    }

    /// Reads what there is; true at the end, false where it is too much, nil while it goes on.
    private mutating func read() -> Bool? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = buffer.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
        if count == 0 { return true }
        guard count > 0 else { return errno == EAGAIN || errno == EINTR ? nil : false }
        received += buffer[..<count]
        return received.count > outputBytesMax ? false : nil
    }

    private mutating func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }

    mutating func closeAll() {
        closeInput()
        close(output)
    }
}

extension StandardStream {
    /// Whether there is something to read, or the end, within a time.
    package func isReadable(within time: Duration) -> Bool {
        let deadline = Deadline(after: time)
        while true {
            var watched = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
            let count = poll(&watched, 1, deadline.pollMilliseconds)
            if count > 0 { return true }
            if deadline.isOver || count < 0 && errno != EINTR { return false }
        }
    }
}
