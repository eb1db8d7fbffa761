import Glibc

/// One end of a Unix stream socket for a program that sends, waits and ends.
///
/// Not to be shared between threads. Closed at the end of its lifetime.
package struct BlockingSocket: ~Copyable {
    private let descriptor: OwnedDescriptor
    private let path: String
    private var framer: LineFramer
    /// Lines that have arrived and were not asked for yet.
    private var received: ArraySlice<[UInt8]> = []
    /// What came behind them, where it is longer than a line may be.
    private var tooLong: LineFramer.LineTooLong?

    /// Connects to a listening socket at a path; lines received may have at most `lineBytesMax`
    /// bytes, their newline not counted.
    package init(
        connectingTo path: String, lineBytesMax: Int, within time: Duration
    ) throws(SocketFault) {
        let address = try UnixAddress(path: path)
        let deadline = Deadline(after: time)
        let flags = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = OwnedDescriptor(
            try asSocketFault("create a socket for", path) { socket(AF_UNIX, Int32(flags), 0) })
        try Self.connect(descriptor, address, path, by: deadline)
        self.path = path
        framer = LineFramer(bytesMax: lineBytesMax)
        self.descriptor = descriptor
    }

    /// Connects; a listener whose queue is full answers EAGAIN on a Unix socket and is tried again.
    private static func connect(
        _ descriptor: OwnedDescriptor, _ address: UnixAddress, _ path: String,
        by deadline: Deadline
    ) throws(SocketFault) {
        while true {
            let answer = address.withPointer { Glibc.connect(descriptor.number, $0, $1) }
            if answer == 0 { return }
            let cause = errno
            switch cause {
            case EINTR: continue
            case EAGAIN:
                if deadline.isOver { throw .timedOut(doing: "connecting to \(path)") }
                usleep(10_000)
            default:
                throw .system(SystemFault(doing: "connect to", subject: path, errno: cause))
            }
        }
    }

    /// Sends all the bytes within the time; throws after sending an unknown part of them.
    package func send(_ bytes: [UInt8], within time: Duration) throws(SocketFault) {
        let deadline = Deadline(after: time)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                // An error instead of a signal when the other end has closed.
                Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                sent += count
            } else {
                try recover(errno, "send to", awaiting: POLLOUT, by: deadline)
            }
        }
    }

    /// The next line without its newline; waits for it at most this time.
    ///
    /// A time-out loses nothing: the part of the line that arrived is kept for the next call.
    package mutating func receiveLine(within time: Duration) throws(SocketFault) -> [UInt8] {
        let deadline = Deadline(after: time)
        while true {
            if let line = received.popFirst() { return line }
            if let tooLong { throw .lineTooLong(bytesMax: tooLong.bytesMax) }
            try receiveMore(by: deadline)
        }
    }

    private mutating func receiveMore(by deadline: Deadline) throws(SocketFault) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                recv(descriptor.number, $0.baseAddress, $0.count, 0)
            }
            if count == 0 { throw .closedByPeer }
            if count > 0 { return take(buffer[..<count]) }
            try recover(errno, "receive from", awaiting: POLLIN, by: deadline)
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        var lines: ArraySlice<[UInt8]> = []
        do {
            try framer.take(bytes) { lines.append($0) }
        } catch {
            tooLong = error
        }
        received += lines
    }

    /// Waits when the socket was not ready; throws when it failed for another reason.
    private func recover(
        _ cause: Int32, _ doing: String, awaiting event: Int32, by deadline: Deadline
    ) throws(SocketFault) {
        switch cause {
        case EINTR: return
        case EPIPE, ECONNRESET: throw .closedByPeer
        case EAGAIN: break
        default: throw .system(SystemFault(doing: doing, subject: path, errno: cause))
        }
        var watched = pollfd(fd: descriptor.number, events: Int16(event), revents: 0)
        if deadline.isOver { throw .timedOut(doing: "waiting to \(doing) \(path)") }
        _ = poll(&watched, 1, deadline.pollMilliseconds)
    }
}

/// Makes a system call whose failure is thrown as a socket's.
private func asSocketFault(
    _ doing: String, _ subject: String, _ call: () -> Int32
) throws(SocketFault) -> Int32 {
    do {
        return try systemCall(doing, subject, call)
    } catch {
        throw .system(error)
    }
}

/// Why an exchange over a Unix socket failed.
package enum SocketFault: Error, Hashable, Sendable {
    /// The path exceeds the length of a Unix socket address.
    case pathTooLong(path: String, bytesMax: Int)
    /// A call failed: there is no socket, nothing listens, or it is not permitted.
    case system(SystemFault)
    /// The time elapsed before the operation was complete.
    case timedOut(doing: String)
    /// The other end closed the connection.
    case closedByPeer
    /// The other end sent more bytes without a newline than are accepted.
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
