import Logging
import NIOCore
import NIOPosix
import SupportModel
import SupportSystem
import SystemPackage

/// A listening Unix socket and the connections that came in through it.
struct UnixListener: Sendable {
    private let channel: any Channel
    private let quiescing: NIOLoopBound<OpenConnections>

    /// Listens at a path, replacing a socket that nobody listens on any more.
    static func bind(
        _ path: String, mode: UInt32, on loop: any EventLoop, unreadBytesMax: Int,
        onShortage: @escaping @Sendable (SystemFault?) -> Void,
        _ welcome: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) throws -> UnixListener {
        do {
            try SocketFile.makeWay(at: path)
        } catch {
            throw DaemonFault(
                "\(error); another desk may be running, or name another socket", .unavailable)
        }
        let open = try loop.submit {
            NIOLoopBound(OpenConnections(), eventLoop: loop)
        }.wait()
        let pausing = try loop.submit {
            NIOLoopBound(AcceptPause(path, onShortage), eventLoop: loop)
        }.wait()
        let bootstrap = ServerBootstrap(group: loop)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelInitializer { server in
                server.eventLoop.makeCompletedFuture {
                    try server.pipeline.syncOperations.addHandler(pausing.value)
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(
                .writeBufferWaterMark, value: .init(low: unreadBytesMax / 2, high: unreadBytesMax)
            )
            .childChannelInitializer { child in
                open.value.add(child) { pausing.value.resume() }
                return welcome(child)
            }
        do {
            let channel = try bootstrap.bind(unixDomainSocketPath: path).wait()
            try SocketFile.setMode(mode, of: path)
            return UnixListener(channel: channel, quiescing: open)
        } catch {
            throw DaemonFault("cannot listen on \(path): \(Self.words(error))", .unavailable)
        }
    }

    /// The system's own words, where it was the system that refused.
    private static func words(_ error: any Error) -> String {
        (error as? IOError).map { Errno(rawValue: $0.errnoCode).description } ?? "\(error)"
    }

    /// Stops listening and ends the connections.
    func close() {
        try? channel.close().wait()
        let open = quiescing
        try? channel.eventLoop.flatSubmit { open.value.closeAll(on: channel.eventLoop) }.wait()
    }
}

/// Takes no new connections for a while when the system has nothing to take them with: the listener
/// stays readable meanwhile, and would be asked again and again. Lives on the event loop.
final class AcceptPause: ChannelInboundHandler {
    /// New connections, which are passed on.
    typealias InboundIn = any Channel

    private let path: String
    /// Called with what is short, and with nil when new connections are taken again.
    private let onShortage: (SystemFault?) -> Void
    private var context: ChannelHandlerContext?
    private var pause: Scheduled<Void>?
    private var isShort = false

    init(_ path: String, _ onShortage: @escaping (SystemFault?) -> Void) {
        (self.path, self.onShortage) = (path, onShortage)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        pause?.cancel()
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isShort {
            isShort = false
            onShortage(nil)
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? IOError else { return context.fireErrorCaught(error) }
        let fault = SystemFault(
            doing: "take connections on", subject: path, errno: error.errnoCode)
        guard fault.isShortage else { return context.fireErrorCaught(error) }
        if !isShort {
            isShort = true
            onShortage(fault)
        }
        guard pause == nil else { return }
        context.channel.setOption(.autoRead, value: false).assumeIsolated().whenComplete { _ in }
        pause = context.eventLoop.assumeIsolated().scheduleTask(in: LedgerLimits.acceptPause) {
            self.resume()
        }
    }

    /// Takes connections again, if it does not: a connection that ended may have made room.
    func resume() {
        guard let pause, let context else { return }
        pause.cancel()
        self.pause = nil
        context.channel.setOption(.autoRead, value: true).assumeIsolated().whenComplete { _ in }
    }
}

/// Listens on the control socket.
struct ControlService: DeskService {
    let name = "control"

    func start(_ desk: Desk) throws -> Stop {
        let (plan, ledger, threads, gate) = (desk.plan, desk.ledger, desk.threads, desk.gate)
        let loop = desk.loop
        let (files, directory) = (
            try BlockingThread(name: "access-key"), try BlockingThread(name: "user-names")
        )
        let reception = try loop.submit {
            NIOLoopBound(
                Reception(
                    ledger: ledger, gate: gate.value, limits: plan.limits, threads: threads,
                    files: files,
                    names: PeerNames(directory, on: loop, lookUp: plan.lookUpUser),
                    groups: RoleGroups(directory, on: loop, lookUp: plan.lookUpGroup) { numbers in
                        ledger.assumeIsolated { $0.take(groupNumbers: numbers) }
                    }, on: loop),
                eventLoop: loop)
        }.wait()
        let listener = try UnixListener.bind(
            plan.socket, mode: plan.socketMode, on: loop,
            unreadBytesMax: plan.limits.unreadBytesMax,
            onShortage: { fault in ledger.assumeIsolated { $0.note(shortage: fault) } }
        ) { channel in
            PeerGreeting.greet(channel, reception.value)
        }
        desk.logger.info("listening", metadata: ["socket": "\(plan.socket)"])
        return { listener.close() }
    }
}
