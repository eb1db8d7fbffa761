import Logging
import NIOCore
import SupportLink
import SupportSystem

/// A worker's connection: reports in, orders out.
final class WorkerSession: ChannelInboundHandler {
    /// Bytes as the socket gives them; lines may be cut anywhere.
    typealias InboundIn = ByteBuffer
    /// Whole lines, handed on to the socket.
    typealias OutboundOut = ByteBuffer

    private let desk: WorkerDesk
    private let logger: Logger
    private var context: ChannelHandlerContext?
    private var framer = LineFramer(bytesMax: LinkLimits.lineBytesMax)
    private var isWelcome = false

    /// The process at the other end, as the kernel says.
    let process: Int32

    init(_ desk: WorkerDesk, process: Int32, logger: Logger) {
        self.desk = desk
        self.process = process
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        desk.goodbye(self)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do {
            var lines: [[UInt8]] = []
            try framer.take(unwrapInboundIn(data).readableBytesView) { lines.append($0) }
            for line in lines { try take(line) }
        } catch {
            logger.error("a worker is not understood", metadata: ["cause": "\(error)"])
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Sends an order. Orders are few and small; a worker that stops reading them is cut off.
    func send(_ order: WorkerOrder) {
        guard context?.channel.isWritable ?? false else { return leave() }
        deliver(order)
    }

    /// Sends an order to a worker that has just come: all that there is to look at, however much.
    func deliver(_ order: WorkerOrder) {
        guard let context else { return }
        let line = context.channel.allocator.buffer(bytes: WorkerLine.encode(order))
        context.writeAndFlush(wrapOutboundOut(line), promise: nil)
    }

    /// Ends the connection.
    func leave() { context?.close(promise: nil) }

    private func take(_ line: [UInt8]) throws {
        let report = try WorkerLine.decode(WorkerReport.self, from: line)
        desk.heard(self)
        switch report {
        case .hello(let hello):
            guard hello.protocolVersion == WorkerHello.protocolVersion else {
                throw WorkerStranger.otherVersion(hello.protocolVersion)
            }
            isWelcome = true
            desk.welcome(self, hello)
        case .observed(let observations):
            guard isWelcome else { throw WorkerStranger.noHello }
            desk.observed(observations)
        case .alive(let load):
            guard isWelcome else { throw WorkerStranger.noHello }
            desk.lives(self, load)
        }
    }
}

/// Why a worker is not spoken with.
enum WorkerStranger: Error {
    /// It speaks another version of the worker protocol.
    case otherVersion(Int)
    /// It reported before it introduced itself.
    case noHello
}

extension WorkerStranger: CustomStringConvertible {
    var description: String {
        switch self {
        case .otherVersion(let version):
            "it speaks version \(version) of the worker protocol, the desk "
                + "\(WorkerHello.protocolVersion); install both from one release"
        case .noHello: "it reported before it introduced itself"
        }
    }
}
