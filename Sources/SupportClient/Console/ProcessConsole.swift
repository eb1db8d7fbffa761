import SupportSystem

/// The console of the running process.
package final class ProcessConsole: Console {
    package init() {}

    package func variable(_ name: String) -> String? { ThisProcess.variable(name) }

    package var outputIsTerminal: Bool { StandardStream.output.isTerminal }

    package var errorIsTerminal: Bool { StandardStream.error.isTerminal }

    package func write(_ bytes: [UInt8]) throws(ClientFault) {
        do {
            try StandardStream.output.write(bytes)
        } catch {
            throw .stream(why: error.description)
        }
    }

    package func complain(_ text: String) {
        try? StandardStream.error.write(Array(text.utf8))
    }

    package func read(bytesMax: Int) throws(ClientFault) -> [UInt8] {
        do {
            return try StandardStream.input.read(bytesMax: bytesMax)
        } catch {
            throw .stream(why: error.description)
        }
    }

    package func pause(_ time: Duration) { ThisProcess.pause(time) }

    /// Ends the process with a status.
    package func end(status: Int32) -> Never { ThisProcess.end(status: status) }
}
