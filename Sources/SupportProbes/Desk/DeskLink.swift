package import SupportModel
import SupportSystem

/// One connection to the desk: orders come in, reports go out, neither ever blocks.
package final class DeskLink {
    private let stream: LocalStream
    private var splitter = LineSplitter(lineBytesMax: ProbeLimits.orderBytesMax)
    private var queue = OutgoingQueue()

    /// How much is read before the orders in it are carried out, in bytes.
    private static let readBytes = 65_536

    /// Connects to the desk's socket and introduces the worker.
    package init(path: String, release: String) throws(DeskLoss) {
        do {
            stream = try LocalStream(connectingTo: path)
        } catch {
            throw .system("cannot connect to the desk at \(path): \(error)")
        }
        send(.hello(WorkerHello(release: release)))
    }

    /// For waiting on it.
    package var descriptor: CInt { stream.descriptor }

    /// Whether something waits to be written.
    package var mustWrite: Bool { queue.count > 0 }

    /// Whether the desk is so far behind with reading that no more looks should be started.
    package var isBackedUp: Bool { queue.isFull }

    /// Lines a report up; `flush` writes it.
    package func send(_ report: WorkerReport) {
        queue.add(line: WorkerLine.encode(report))
    }

    /// Writes what the desk takes now.
    package func flush() throws(DeskLoss) {
        while mustWrite {
            switch try attempt({ () throws in try stream.write(queue.waiting) }) {
            case .moved(let count): queue.remove(count)
            case .mustWait: return
            case .ended: throw .closed
            }
        }
    }

    /// Reads some of what has come; the orders that it completes.
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
        do {
            return try splitter.take(bytes).map { try WorkerLine.decode($0) }
        } catch let error as LineSplitter.LineTooLong {
            throw .badOrder("a line of more than \(error.bytesMax) bytes")
        } catch let error as WorkerLine.BadLine {
            throw .badOrder(error.reason)
        } catch {
            throw .badOrder("\(error)")
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
