/// Why a conversation over a Unix socket failed.
package enum SocketFault: Error, Hashable, Sendable {
    /// The path does not fit into a Unix socket address.
    case pathTooLong(path: String, bytesMax: Int)
    /// A call failed: nothing there, nobody listening, not permitted.
    case system(SystemFault)
    /// The time was over before the act was done.
    case timedOut(doing: String)
    /// The other end closed the connection.
    case closedByPeer
    /// The other end sent more bytes without a newline than are taken.
    case lineTooLong(bytesMax: Int)
}

extension SocketFault: CustomStringConvertible {
    /// One sentence for people.
    package var description: String {
        switch self {
        case .pathTooLong(let path, let bytesMax):
            "the socket path \(path) is longer than \(bytesMax) bytes; choose a shorter one"
        case .system(let fault): fault.description
        case .timedOut(let doing): "timed out: \(doing)"
        case .closedByPeer: "the other end closed the connection"
        case .lineTooLong(let bytesMax): "a line longer than \(bytesMax) bytes was received"
        }
    }
}
