package import SupportJSON
package import SupportSystem

/// A client that knows nothing of the protocol but its lines: what a test sends is what goes out.
///
/// Blocking, each act within a time; not to be shared between threads.
package final class WireClient {
    private var socket: BlockingSocket
    private let patience: Duration
    private var count = 0
    /// What the desk said first.
    package let hello: WireReply

    /// Why a call had no result.
    package struct Refused: Error, CustomStringConvertible {
        /// The method, and the line that the desk answered.
        package let description: String
    }

    /// Connects and takes in the desk's hello.
    package init(_ path: String, patience: Duration = .seconds(20)) throws {
        self.patience = patience
        socket = try BlockingSocket(
            connectingTo: path, lineBytesMax: 268_435_456, within: patience)
        hello = try WireReply(try socket.receiveLine(within: patience))
    }

    /// Sends bytes as they are.
    package func send(_ bytes: [UInt8]) throws(SocketFault) {
        try socket.send(bytes, within: patience)
    }

    /// Sends a text and a newline.
    package func sendLine(_ text: String) throws(SocketFault) {
        try send(Array((text + "\n").utf8))
    }

    /// Sends requests in one go and gives their answers, in the order in which they came.
    package func pipeline(_ requests: [(method: String, params: String)]) throws -> [WireReply] {
        let lines = requests.enumerated().map { number, request in
            Self.line(number + 1, request.method, request.params) + "\n"
        }
        try send(Array(lines.joined().utf8))
        return try requests.map { _ in try receive() }
    }

    /// Sends a request and gives its number; the answer is yet to come.
    @discardableResult
    package func request(_ method: String, _ params: String = "{}") throws(SocketFault) -> Int {
        count += 1
        try sendLine(Self.line(count, method, params))
        return count
    }

    /// The line of a request, without its newline.
    package static func line(_ id: Int, _ method: String, _ params: String) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#
    }

    /// The next line.
    package func receive(within time: Duration? = nil) throws -> WireReply {
        try WireReply(try socket.receiveLine(within: time ?? patience))
    }

    /// Sends a request and gives the line that comes next.
    package func call(_ method: String, _ params: String = "{}") throws -> WireReply {
        try request(method, params)
        return try receive()
    }

    /// Sends a request and gives its result; an error is thrown.
    @discardableResult
    package func result(_ method: String, _ params: String = "{}") throws -> JSONValue {
        let reply = try call(method, params)
        guard let result = reply.result else {
            throw Refused(description: "\(method) \(params.prefix(200)): \(reply.text)")
        }
        return result
    }

    /// True when the desk ends the connection within the time; what it still sends is passed over.
    package func isClosed(within time: Duration = .seconds(20)) -> Bool {
        let deadline = Deadline(after: time)
        while !deadline.isOver {
            do {
                _ = try socket.receiveLine(within: deadline.remaining)
            } catch SocketFault.closedByPeer {
                return true
            } catch {
                return false
            }
        }
        return false
    }
}
