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
    /// True when standard input is a terminal.
    var inputIsTerminal: Bool { get }
    /// Asks at the terminal for a line that is not shown, at most so many bytes; nil where the
    /// person gives up.
    func askHidden(_ prompt: String, bytesMax: Int) throws(ClientFault) -> [UInt8]?
    /// Does nothing for so long.
    func pause(_ time: Duration)
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

/// The console of the running process.
package final class ProcessConsole: Console {
    /// A console; every one is the same.
    package init() {}

    /// What the program was started with, its name not included; nil when unknown.
    package var arguments: [String]? { ProcessArguments.all().map { Array($0.dropFirst()) } }

    /// What the environment says.
    package func variable(_ name: String) -> String? { ThisProcess.variable(name) }

    /// Whether a person reads standard output.
    package var outputIsTerminal: Bool { StandardStream.output.isTerminal }

    /// Whether a person reads standard error.
    package var errorIsTerminal: Bool { StandardStream.error.isTerminal }

    /// Writes all of it to standard output; the fault `stream` when that fails.
    package func write(_ bytes: [UInt8]) throws(ClientFault) {
        do {
            try StandardStream.output.write(bytes)
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Writes to standard error, if it can.
    package func complain(_ text: String) {
        try? StandardStream.error.write(Array(text.utf8))
    }

    /// Reads from standard input; the fault `stream` when that fails.
    package func read(bytesMax: Int) throws(ClientFault) -> [UInt8] {
        do {
            return try StandardStream.input.read(bytesMax: bytesMax)
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Reads a file; the fault `file`, naming it, when that fails.
    package func contents(
        ofFile path: String, bytesMax: Int
    ) throws(ClientFault) -> [UInt8] {
        do {
            return try SmallFile.read(path, bytesMax: bytesMax)
        } catch {
            throw .file(why: "cannot read \(path): \(error)")
        }
    }

    /// Whether a person types standard input.
    package var inputIsTerminal: Bool { StandardStream.input.isTerminal }

    /// Asks with the terminal's echo off; the fault `stream` when that fails.
    package func askHidden(
        _ prompt: String, bytesMax: Int
    ) throws(ClientFault) -> [UInt8]? {
        do {
            return try StandardStream.input.askHidden(prompt, bytesMax: bytesMax)
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Sleeps; a signal may cut it short.
    package func pause(_ time: Duration) { ThisProcess.pause(time) }

    /// Ends the process with a status.
    package func end(status: Int32) -> Never { ThisProcess.end(status: status) }
}
