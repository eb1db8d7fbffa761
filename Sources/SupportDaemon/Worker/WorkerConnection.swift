import Logging
import NIOCore
import SupportLink
import SupportSystem

/// A worker's connection: receives reports, sends orders.
final class WorkerConnection: ChannelInboundHandler {
    /// Bytes as the socket delivers them; lines may be split anywhere.
    typealias InboundIn = ByteBuffer
    /// Whole lines.
    typealias OutboundOut = ByteBuffer

    private let desk: WorkerDesk
    private let logger: Logger
    private var context: ChannelHandlerContext?
    private var framer = LineFramer(bytesMax: LinkLimits.lineBytesMax)
    private var isWelcome = false

    /// The process number of the worker, from the socket's peer credentials.
    let process: Int32

    init(_ desk: WorkerDesk, process: Int32, logger: Logger) {
        (self.desk, self.process, self.logger) = (desk, process, logger)
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

    /// Sends an order; closes the connection of a worker that has stopped reading.
    func send(_ order: WorkerOrder) {
        guard context?.channel.isWritable ?? false else { return leave() }
        deliver(order)
    }

    /// Sends an order whatever waits to be written: the assignments to a worker that has just
    /// connected.
    func deliver(_ order: WorkerOrder) {
        guard let context else { return }
        let line = context.channel.allocator.buffer(bytes: WorkerLine.encode(order))
        context.writeAndFlush(wrapOutboundOut(line), promise: nil)
    }

    /// Closes the connection.
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
        case .loggedIn(let report):
            guard isWelcome else { throw WorkerStranger.noHello }
            desk.logins.ended(report)
        case .delivered(let report):
            guard isWelcome else { throw WorkerStranger.noHello }
            desk.notices.ended(report)
        }
    }
}

/// Why a worker's connection is refused.
enum WorkerStranger: Error {
    /// It speaks another version of the worker protocol.
    case otherVersion(Int)
    /// It sent another report before `hello`.
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
