import Glibc

/// The size of a terminal's window.
package struct TerminalWindow: Hashable, Sendable {
    /// How many characters a line takes, at least 1.
    package let columns: Int
    /// How many lines are seen at once, at least 1.
    package let rows: Int
}

extension StandardStream {
    /// The window of the terminal; nil where it is no terminal, or one that does not know its size,
    /// such as a serial line.
    package var window: TerminalWindow? {
        var size = winsize()
        guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
        else { return nil }
        return TerminalWindow(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
}

/// Signals by which a shell and a window tell a program of its terminal.
package enum TerminalSignal {
    /// The window has another size.
    package static let resize = SIGWINCH
    /// The program is to stop.
    package static let stop = SIGTSTP
    /// The program goes on.
    package static let goOn = SIGCONT
}
