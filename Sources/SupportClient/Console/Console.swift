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
    /// Does nothing for so long.
    func pause(_ time: Duration)
}
