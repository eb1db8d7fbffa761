import Glibc
package import SupportSystem

/// A terminal with a window, in which a program is run to its end.
package enum RunningTerminal {
    /// Runs a program, and gives how it ended and what the terminal showed, without the carriage
    /// returns that a terminal adds.
    ///
    /// - Parameter environment: what the program has besides `PATH`, a UTF-8 locale, UTC and `TERM`.
    package static func run(
        _ path: String, _ arguments: [String], columns: UInt16 = 80, rows: UInt16 = 24,
        environment: [String: String] = [:]
    ) throws -> (end: ProcessEnd, output: String) {
        let (master, slave, name) = try open(columns: columns, rows: rows)
        defer { close(master) }
        let usual = [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm",
            "NO_COLOR": "1",
        ]
        let ends = GuardedState<ProcessEnd?>(nil)
        let child: ChildProcess
        do {
            child = try ChildProcess(
                program: "/bin/sh",
                arguments: ["-c", #"exec "$@" <"$0" >"$0" 2>&1"#, name, path] + arguments,
                environment: usual.merging(environment) { $1 },
                onEnd: { end in ends.change { $0 = end } })
        } catch {
            close(slave)
            throw error
        }
        var shown: [UInt8] = []
        let deadline = Deadline(after: .seconds(60))
        // What it wrote last is there before its end is known.
        while ends.withLock({ $0 == nil }), !deadline.isOver { shown += read(master, waiting: 20) }
        shown += read(master, waiting: 0)
        close(slave)
        child.killGroup()
        child.join()
        let output = String(decoding: shown.filter { $0 != 13 }, as: UTF8.self)
        return (ends.withLock { $0 } ?? .killed(signal: SIGKILL), output)
    }

    /// Both ends of a new terminal, and the name of that which programs open.
    static func open(
        columns: UInt16, rows: UInt16
    ) throws -> (master: Int32, slave: Int32, name: String) {
        let master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: Int32 = 0
        var isLocked: Int32 = 0
        guard master >= 0, ioctl(master, Self.numberOfTerminal, &number) == 0,
            ioctl(master, Self.lockTerminal, &isLocked) == 0
        else { throw SystemFault(doing: "open", subject: "a terminal", errno: errno) }
        let name = "/dev/pts/\(number)"
        // Held open, so that the other end sees no end before the program has opened it.
        let slave = Glibc.open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard slave >= 0, ioctl(slave, UInt(TIOCSWINSZ), &size) == 0 else {
            throw SystemFault(doing: "open", subject: name, errno: errno)
        }
        return (master, slave, name)
    }

    // TIOCGPTN and TIOCSPTLCK of the kernel, in whose macros the compiler cannot look.
    private static let numberOfTerminal: UInt = 0x8004_5430
    private static let lockTerminal: UInt = 0x4004_5431

    /// What there is to read, as soon as there is any within so many milliseconds.
    static func read(_ master: Int32, waiting milliseconds: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var waiting = milliseconds
        while true {
            var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, waiting) > 0, ready.revents & Int16(POLLIN) != 0 else {
                return bytes
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer.prefix(count)
            waiting = 0
        }
    }
}
