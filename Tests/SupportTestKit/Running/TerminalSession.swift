import Glibc
package import SupportSystem

/// A program at a terminal of its own, in whose window a test types and looks.
package final class TerminalSession {
    private let master: Int32
    private let slave: Int32
    private let child: ChildProcess
    private let ends = GuardedState<ProcessEnd?>(nil)
    private let before: termios
    /// What the program has written since the screen was last drawn as a whole.
    private var raw: [UInt8] = []

    /// - Parameter environment: what the program has besides `PATH`, a UTF-8 locale, UTC and `TERM`.
    package init(
        _ path: String, _ arguments: [String], columns: UInt16 = 80, rows: UInt16 = 24,
        environment: [String: String] = [:]
    ) throws {
        let name: String
        (master, slave, name) = try RunningTerminal.open(columns: columns, rows: rows)
        var modes = termios()
        tcgetattr(slave, &modes)
        before = modes
        let usual = [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm",
            "NO_COLOR": "1",
        ]
        // A session of its own, whose terminal it is: signals of the window come to it.
        let start = #"exec setsid -c -w "$@" <"$0" >"$0" 2>&1"#
        let ends = ends
        child = try ChildProcess(
            program: "/bin/sh", arguments: ["-c", start, name, path] + arguments,
            environment: usual.merging(environment) { $1 },
            onEnd: { end in ends.change { $0 = end } })
    }

    deinit {
        // Whoever is left at the terminal gets SIGHUP.
        close(master)
        close(slave)
        child.killGroup()
        child.join()
    }

    /// Types keys as a terminal sends them.
    package func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Gives the window another size.
    package func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// The process of the program that has the terminal; 0 for none.
    package var process: Int32 {
        let group = tcgetpgrp(master)
        return group > 1 ? group : 0
    }

    /// Sends a signal to it.
    package func signal(_ number: Int32) {
        if process > 0 { _ = kill(process, number) }
    }

    /// The window as the program draws it anew, its lines apart.
    package func screen() -> String {
        _ = RunningTerminal.read(master, waiting: 0)
        type("\u{C}")
        var bytes = RunningTerminal.read(master, waiting: 1000)
        while case let more = RunningTerminal.read(master, waiting: 100), !more.isEmpty {
            bytes += more
        }
        return Self.text(of: bytes)
    }

    /// Waits, at most twenty seconds, until the window has a text, in no more lines than these; gives
    /// what it had at last.
    @discardableResult
    package func until(_ text: String, lines: Int = .max) -> (found: Bool, screen: String) {
        let deadline = Deadline(after: .seconds(20))
        func isThere(_ screen: String) -> Bool {
            screen.contains(text) && screen.split(separator: "\n").count <= lines
        }
        var shown = screen()
        while !isThere(shown), !deadline.isOver, ends.withLock({ $0 == nil }) { shown = screen() }
        return (isThere(shown), shown)
    }

    /// How the program ended, waited for at most twenty seconds; nil where it goes on.
    package func end() -> ProcessEnd? {
        let deadline = Deadline(after: .seconds(20))
        while !deadline.isOver {
            raw += RunningTerminal.read(master, waiting: 20)
            if let end = ends.withLock({ $0 }) { return end }
        }
        return nil
    }

    /// What was written while `end` waited.
    package var rest: String {
        raw += RunningTerminal.read(master, waiting: 0)
        return String(decoding: raw, as: UTF8.self)
    }

    /// Whether the terminal's modes are as before the program.
    package var isAsBefore: Bool {
        var now = termios()
        tcgetattr(slave, &now)
        return now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag
            && now.c_oflag == before.c_oflag
    }

    /// What a terminal shows of what is drawn from an empty screen: text, with a line's end where the
    /// cursor is set, and blanks where it moves on.
    private static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == 27 else {
                text.append(byte)
                continue
            }
            guard rest.first == UInt8(ascii: "[") else {
                rest = rest.dropFirst(rest.first == UInt8(ascii: "(") ? 2 : 1)
                continue
            }
            let sequence = rest.dropFirst().prefix { !(64...126).contains($0) }
            rest = rest.dropFirst(1 + sequence.count)
            switch rest.popFirst() {
            case UInt8(ascii: "H"), UInt8(ascii: "d"): text.append(10)
            case UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "X"): text.append(32)
            default: break
            }
        }
        return String(decoding: text.filter { $0 == 10 || $0 >= 32 }, as: UTF8.self)
    }
}
