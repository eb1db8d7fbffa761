import SupportSystem

/// What surrounds a run of the client: its streams, its environment, the passing of time.
package protocol Console: AnyObject {
    /// The value of a variable of the environment; nil where it is not set.
    func variable(_ name: String) -> String?
    /// True when standard output is a terminal.
    var outputIsTerminal: Bool { get }
    /// True when standard error is a terminal.
    var errorIsTerminal: Bool { get }
    /// Writes to standard output.
    func write(_ bytes: [UInt8]) throws(ClientFault)
    /// Writes to standard error; what cannot be written there is lost.
    func complain(_ text: String)
    /// The next bytes of standard input, at most so many; empty at its end.
    func read(bytesMax: Int) throws(ClientFault) -> [UInt8]
    /// The first bytes of a file, at most so many.
    func contents(ofFile path: String, bytesMax: Int) throws(ClientFault) -> [UInt8]
    /// Opens a file to be read piece by piece: what is returned gives the next bytes, at most so many,
    /// and none at the end.
    func reader(
        ofFile path: String
    ) throws(ClientFault) -> (_ bytesMax: Int) throws(ClientFault) -> [UInt8]
    /// Writes the file at a path from what the closure passes on: whole, or not at all where that
    /// throws. One that is there is replaced only where that is wanted.
    func save(
        toFile path: String, isReplacing: Bool, _ body: (([UInt8]) throws -> Void) throws -> Void
    ) throws
    /// The first bytes of the user's own file, at most so many; nil where there is none. One that
    /// others may change is refused.
    ///
    /// - Parameter isNamed: false for the usual file, which counts as none where it cannot be reached
    ///   or belongs to another user: in a service without a home, or with the environment of another.
    func settings(
        inFile path: String, bytesMax: Int, isNamed: Bool
    ) throws(ClientFault) -> [UInt8]?
    /// True when standard input is a terminal.
    var inputIsTerminal: Bool { get }
    /// Asks at the terminal for a line that is not shown, at most so many bytes; nil where the
    /// person gives up.
    func askHidden(_ prompt: String, bytesMax: Int) throws(ClientFault) -> [UInt8]?
    /// Does nothing for so long.
    func pause(_ time: Duration)
    /// The window of standard output; nil where its size is not known.
    var outputWindow: Window? { get }
    /// The zone in which the person reads times: one of that name, else that of the environment.
    func zone(named name: String?) -> ReaderZone
    /// The number of a user of this host, and those of its groups but group 0; nil where there is none
    /// of the name, or it cannot be looked up.
    func account(named name: String) -> (number: UInt32, groups: [UInt32])?
    /// Whether a command can be run by its name.
    func isCommand(_ name: String) -> Bool
    /// From now on what is written goes through a command of the shell, and what is complained waits
    /// for its end; false where it cannot be started.
    func startPager(_ command: String) -> Bool
    /// Waits until the person has ended the pager, if there is one.
    func endPager()
    /// True once the person has ended the pager, so that nothing that is written is seen.
    var pagerIsOver: Bool { get }
    /// Has a person write a text with a command of the shell, such as an editor: begins it with
    /// this, and gives what was saved, at most so many bytes. Throws the fault `editor` when the
    /// command fails.
    func edit(_ text: String, with command: String, bytesMax: Int) throws(ClientFault) -> [UInt8]
    /// Where the text lies that was edited; nil where none was, or it was removed.
    var editedPath: String? { get }
    /// Removes the text that was edited, if there is one.
    func removeEdited()
}

/// The size of a terminal's window.
package struct Window: Hashable, Sendable {
    /// How many characters a line takes, at least 1.
    package let columns: Int
    /// How many lines are seen at once, at least 1.
    package let rows: Int

    package init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
    }
}

/// The lines of standard input, each of at most so many bytes.
package struct InputLines {
    private let console: any Console
    private var framer: LineFramer
    private var waiting: ArraySlice<[UInt8]> = []
    private var isAtEnd = false

    /// A line that is longer than is taken.
    package struct LineTooLong: Error {}

    /// - Parameter bytesMax: the longest line that is taken, its newline not counted.
    package init(_ console: any Console, bytesMax: Int) {
        self.console = console
        framer = LineFramer(bytesMax: bytesMax)
    }

    /// The next line without its newline, which the end of input stands for too; nil at the end.
    package mutating func next() throws -> [UInt8]? {
        while waiting.isEmpty, !isAtEnd {
            let chunk = try console.read(bytesMax: 65_536)
            isAtEnd = chunk.isEmpty
            var lines: ArraySlice<[UInt8]> = []
            do {
                let endsInLine = isAtEnd && framer.isInsideLine
                try framer.take(endsInLine ? [UInt8(ascii: "\n")] : chunk) { lines.append($0) }
            } catch {
                throw LineTooLong()
            }
            waiting = lines
        }
        return waiting.popFirst()
    }
}
