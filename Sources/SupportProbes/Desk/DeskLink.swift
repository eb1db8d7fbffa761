package import SupportLink
import SupportSystem

/// One connection to the desk: reads orders and writes reports without blocking.
package final class DeskLink {
    private let stream: LocalStream
    private var framer = LineFramer(bytesMax: LinkLimits.lineBytesMax)
    private var queue = OutgoingQueue()

    /// The most bytes that one call of `read` takes from the socket.
    private static let readBytes = 65_536

    /// Connects to the desk's socket and introduces the worker.
    ///
    /// - Parameter handoverKey: what the desk seals secrets with for this worker; nil: it takes none.
    package init(path: String, release: String, handoverKey: String? = nil) throws(DeskLoss) {
        do {
            stream = try LocalStream(connectingTo: path)
        } catch {
            throw .system("cannot connect to the desk at \(path): \(error)")
        }
        send(.hello(WorkerHello(release: release, handoverKey: handoverKey)))
    }

    /// The socket's descriptor, for an event poll.
    package var descriptor: CInt { stream.descriptor }

    /// Whether bytes wait to be written.
    package var mustWrite: Bool { queue.count > 0 }

    /// Whether more than `ProbeLimits.outgoingBytesMax` wait for the desk to read them, so that no
    /// more probes should start.
    package var isBackedUp: Bool { queue.isFull }

    /// Queues a report; `flush` writes it.
    package func send(_ report: WorkerReport) {
        queue.add(line: WorkerLine.encode(report))
    }

    /// Writes as much as the socket takes now.
    package func flush() throws(DeskLoss) {
        while mustWrite {
            switch try attempt({ () throws in try stream.write(queue.waiting) }) {
            case .moved(let count): queue.remove(count)
            case .mustWait: return
            case .ended: throw .closed
            }
        }
    }

    /// Reads what has arrived, up to a limit, and returns the orders that it completes.
    package func read() throws(DeskLoss) -> [WorkerOrder] {
        var bytes: [UInt8] = []
        switch try attempt({ () throws in
            try stream.read(into: &bytes, bytesMax: Self.readBytes)
        }) {
        case .moved: return try orders(in: bytes)
        case .mustWait: return []
        case .ended: throw .closed
        }
    }

    private func orders(in bytes: [UInt8]) throws(DeskLoss) -> [WorkerOrder] {
        var lines: [[UInt8]] = []
        do {
            try framer.take(bytes) { lines.append($0) }
        } catch {
            throw .badOrder("a line of more than \(error.bytesMax) bytes")
        }
        do {
            return try lines.map { line throws(WorkerLine.BadLine) in
                try WorkerLine.decode(WorkerOrder.self, from: line)
            }
        } catch {
            throw .badOrder(error.reason)
        }
    }

    private func attempt(
        _ transfer: () throws -> LocalStream.Progress
    ) throws(DeskLoss) -> LocalStream.Progress {
        do {
            return try transfer()
        } catch {
            throw .system("the connection to the desk broke: \(error)")
        }
    }
}

/// Why the connection to the desk ended.
package enum DeskLoss: Error, Hashable, Sendable, CustomStringConvertible {
    /// The desk closed the connection, as it does when it stops.
    case closed
    /// A system call to connect, read or write failed; the system's message.
    case system(String)
    /// The desk sent a line that is too long or not an order.
    case badOrder(String)

    package var description: String {
        switch self {
        case .closed: "the desk has closed the connection"
        case .system(let words): words
        case .badOrder(let words): "the desk sent what is not an order: \(words)"
        }
    }
}

/// Lines that wait for the desk to read them, as one run of bytes.
package struct OutgoingQueue: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var sent = 0

    /// A queue in which nothing waits.
    package init() {}

    /// How many bytes wait.
    package var count: Int { bytes.count - sent }

    /// Whether so much waits that no more should be made.
    package var isFull: Bool { count >= ProbeLimits.outgoingBytesMax }

    /// What waits, oldest first.
    package var waiting: ArraySlice<UInt8> { bytes[sent...] }

    /// Adds a line, which brings its newline.
    package mutating func add(line: [UInt8]) { bytes += line }

    /// So many bytes have gone out; more than wait count as all.
    package mutating func remove(_ count: Int) {
        sent += min(max(0, count), self.count)
        guard sent == bytes.count || sent > 65_536 else { return }
        bytes.removeFirst(sent)
        sent = 0
    }
}
