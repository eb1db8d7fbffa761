import CTerminal
import SupportSystem

/// The terminal of standard input and output, drawn by ncurses.
///
/// Signals come between two steps of `next`: SIGTERM, SIGINT, SIGHUP and SIGQUIT put the terminal back
/// and end the process as they would, SIGTSTP stops it, and a crash puts the terminal back first.
/// SIGKILL, SIGSTOP and the signals of real time leave it as it is.
package final class TerminalScreen: FullScreen {
    private let poll = EventPoll()
    private let wakeUp: WakeUp
    private var waiting: ArraySlice<ScreenEvent> = []
    /// How often input was ready of which nothing came, as at its end.
    private var emptyReads = 0
    private var isOpen = true

    /// Why there is no such screen.
    package enum Trouble: Error, Hashable, Sendable {
        /// The host knows no terminal of the name that TERM has.
        case unknown
        /// The terminal cannot move its cursor.
        case tooSimple
        /// The system refuses a descriptor.
        case noRoom
    }

    /// Takes the terminal over.
    ///
    /// - Parameter isColoured: whether colours are used, where it has them.
    package init(isColoured: Bool) throws(Trouble) {
        guard let wakeUp = try? WakeUp() else { throw .noRoom }
        self.wakeUp = wakeUp
        let trouble = terminal_open(isColoured ? 1 : 0)
        switch trouble {
        case Int32(TERMINAL_OPENED.rawValue): break
        case Int32(TERMINAL_UNKNOWN.rawValue): throw .unknown
        case Int32(TERMINAL_TOO_SIMPLE.rawValue): throw .tooSimple
        default: throw .noRoom
        }
        poll.watch(Self.input, reading: true, writing: false)
        poll.watch(terminal_signals(), reading: true, writing: false)
        poll.watch(wakeUp.descriptor, reading: true, writing: false)
    }

    deinit { close() }

    private static let input: CInt = 0

    /// What the kernel says of the window.
    package var size: ScreenSize {
        var (rows, columns): (CInt, CInt) = (0, 0)
        terminal_size(&rows, &columns)
        return ScreenSize(rows: max(1, Int(rows)), columns: max(1, Int(columns)))
    }

    /// Makes a descriptor ready on which `next` waits.
    package var wake: @Sendable () -> Void {
        { [wakeUp] in wakeUp.signal() }
    }

    /// Keys first, then signals and what woke it; takes no time of a processor while it waits.
    package func next(atMost time: Duration) -> ScreenEvent {
        let deadline = Deadline(after: time)
        while true {
            if let event = waiting.popFirst() { return event }
            // Keys that ncurses has read already make nothing ready.
            takeKeys()
            if !waiting.isEmpty { continue }
            let left = deadline.remaining.components
            let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
            guard let ready = try? poll.wait(milliseconds: Int(milliseconds) + 1) else {
                return .gone
            }
            for each in ready { take(each) }
            if waiting.isEmpty, deadline.isOver { return .timePassed }
        }
    }

    /// Whether keys have come that were not given yet.
    package var hasNext: Bool { !waiting.isEmpty }

    private func take(_ event: EventPoll.Event) {
        switch event.descriptor {
        case Self.input:
            let before = waiting.count
            takeKeys()
            emptyReads = waiting.count > before ? 0 : emptyReads + 1
            if waiting.count == before, event.isBroken || emptyReads > Self.emptyReadsMax {
                waiting.append(.gone)
            }
        case wakeUp.descriptor:
            wakeUp.drain()
            waiting.append(.woken)
        default: takeSignals()
        }
    }

    /// After so many reads without a byte it is the end of input.
    private static let emptyReadsMax = 20
    /// Keys that are taken at a time, so that a paste does not hold up everything else.
    private static let keysMax = 1000

    private func takeKeys() {
        for _ in 0..<Self.keysMax {
            var scalar: UInt32 = 0
            let kind = terminal_key(&scalar)
            guard kind != Int32(TERMINAL_NO_KEY.rawValue) else { return }
            waiting.append(.key(Self.key(kind, scalar)))
        }
    }

    private func takeSignals() {
        while true {
            let number = terminal_next_signal()
            switch number {
            case 0: return
            case TerminalSignal.resize: waiting.append(.changed)
            case TerminalSignal.goOn:
                terminal_take_again()
                waiting.append(.changed)
            case TerminalSignal.stop:
                terminal_stop(0)
                waiting.append(.changed)
            default: terminal_die(number)
            }
        }
    }

    private static func key(_ kind: CInt, _ scalar: UInt32) -> ScreenKey {
        if kind == Int32(TERMINAL_CHARACTER.rawValue) {
            return Unicode.Scalar(scalar).map { .character($0) } ?? .other
        }
        if kind == Int32(TERMINAL_PASTED.rawValue) {
            return Unicode.Scalar(scalar).map { .pasted($0) } ?? .other
        }
        return named[UInt32(kind)] ?? .other
    }

    private static let named: [UInt32: ScreenKey] = [
        TERMINAL_UP.rawValue: .up, TERMINAL_DOWN.rawValue: .down,
        TERMINAL_LEFT.rawValue: .left, TERMINAL_RIGHT.rawValue: .right,
        TERMINAL_PAGE_UP.rawValue: .pageUp, TERMINAL_PAGE_DOWN.rawValue: .pageDown,
        TERMINAL_HOME.rawValue: .home, TERMINAL_END.rawValue: .end,
        TERMINAL_ENTER.rawValue: .enter, TERMINAL_BACKSPACE.rawValue: .backspace,
        TERMINAL_DELETE.rawValue: .delete, TERMINAL_ESCAPE.rawValue: .escape,
    ]

    /// Puts every character where its line has it, and writes what is not there yet.
    package func draw(_ picture: ScreenPicture) {
        guard isOpen else { return }
        let size = size
        terminal_erase()
        for (row, line) in picture.lines.prefix(size.rows).enumerated() {
            put(line, row: CInt(row), columns: size.columns)
        }
        let cursor = picture.cursor ?? ScreenPicture.Place(row: -1, column: 0)
        terminal_show(CInt(clamping: cursor.row), CInt(clamping: cursor.column))
    }

    private func put(_ line: ScreenLine, row: CInt, columns: Int) {
        var column = 0
        let reverse = line.isReversed ? CInt(TERMINAL_REVERSE.rawValue) : 0
        if line.isReversed { terminal_fill(row, CInt(columns), reverse) }
        for cell in line.cells where cell.columns > 0 {
            guard column + cell.columns <= columns else { return }
            let scalars = cell.character.unicodeScalars.map(\.value)
            terminal_put(
                row, CInt(column), scalars, CInt(clamping: scalars.count),
                Self.number(cell.style) | reverse)
            column += cell.columns
        }
    }

    private static func number(_ style: ScreenStyle) -> CInt {
        let style =
            switch style {
            case .plain: TERMINAL_PLAIN
            case .strong: TERMINAL_STRONG
            case .faint: TERMINAL_FAINT
            case .good: TERMINAL_GOOD
            case .warning: TERMINAL_WARNING
            case .bad: TERMINAL_BAD
            }
        return CInt(style.rawValue)
    }

    /// Takes the terminal over again too, should others have changed its modes.
    package func redraw() { terminal_take_again() }

    /// Stops the whole job; where no shell could continue it, the kernel lets it go on.
    package func stop() {
        terminal_stop(1)
        waiting.append(.changed)
    }

    /// Harmless a second time.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        terminal_close()
    }
}
