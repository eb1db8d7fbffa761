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

    /// Where a listener listens.
    enum Place: Hashable, Sendable {
        /// A path, at which a socket is made with these permission bits. One that nobody listens on
        /// any more is replaced.
        case path(String, mode: UInt32)
        /// A socket that listens already, and the path that it is called by.
        case inherited(CInt, String)

        var path: String {
            switch self {
            case .path(let path, _), .inherited(_, let path): path
            }
        }
    }

    /// Listens at a place.
    static func bind(
        _ place: Place, on loop: any EventLoop, unreadBytesMax: Int,
        onShortage: @escaping @Sendable (SystemFault?) -> Void,
        _ welcome: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
    ) throws -> UnixListener {
        let open = try loop.submit {
            NIOLoopBound(OpenConnections(), eventLoop: loop)
        }.wait()
        let pausing = try loop.submit {
            NIOLoopBound(AcceptPause(place.path, onShortage), eventLoop: loop)
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
                return welcome(child).assumeIsolated().map {
                    if open.value.isGoingHome { open.value.tell(child) }
                }.nonisolated()
            }
        return UnixListener(channel: try channel(bootstrap, place), quiescing: open)
    }

    private static func channel(
        _ bootstrap: ServerBootstrap, _ place: Place
    ) throws -> any Channel {
        do {
            switch place {
            case .inherited(let descriptor, _):
                return try bootstrap.withBoundSocket(descriptor).wait()
            case .path(let path, let mode):
                try makeWay(at: path)
                let channel = try bootstrap.bind(unixDomainSocketPath: path).wait()
                try SocketFile.setMode(mode, of: path)
                return channel
            }
        } catch let fault as DaemonFault {
            throw fault
        } catch {
            throw DaemonFault("cannot listen on \(place.path): \(words(error))", .unavailable)
        }
    }

    private static func makeWay(at path: String) throws(DaemonFault) {
        do {
            try SocketFile.makeWay(at: path)
        } catch {
            throw DaemonFault(
                "\(error); another desk may be running, or name another socket", .unavailable)
        }
    }

    /// The system's own words, where it was the system that refused.
    private static func words(_ error: any Error) -> String {
        (error as? IOError).map { Errno(rawValue: $0.errnoCode).description } ?? "\(error)"
    }

    /// Stops listening and ends the connections.
    func close() { Self.close([self]) }

    /// Stops listening at all places and ends the connections of all of them.
    ///
    /// - Parameter patience: how long they may take to answer what was taken in, after they were
    ///   told; nil: they are not told.
    static func close(_ listeners: [UnixListener], after patience: TimeAmount? = nil) {
        for listener in listeners { try? listener.channel.close().wait() }
        if let patience {
            let ends = listeners.map { listener in
                let (open, loop) = (listener.quiescing, listener.channel.eventLoop)
                return loop.flatSubmit { open.value.sendHome(on: loop, within: patience) }
            }
            for end in ends { try? end.wait() }
        }
        for listener in listeners {
            let (open, loop) = (listener.quiescing, listener.channel.eventLoop)
            try? loop.flatSubmit { open.value.closeAll(on: loop) }.wait()
        }
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

extension DeskPlan {
    /// The sockets for callers, and whether each only reads.
    var sockets: [(socket: ListeningSocket, onlyReads: Bool)] {
        [(control, false)] + (reading.map { [($0, true)] } ?? [])
    }
}

/// Listens for callers.
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
        desk.ask { $0.facts.countConnections = { reception.value.connections } }
        var listeners: [UnixListener] = []
        do {
            for (socket, onlyReads) in plan.sockets {
                listeners.append(
                    try UnixListener.bind(
                        socket.place, on: loop, unreadBytesMax: plan.limits.unreadBytesMax,
                        onShortage: { fault in ledger.assumeIsolated { $0.note(shortage: fault) } }
                    ) { channel in
                        PeerGreeting.greet(channel, reception.value, onlyReads: onlyReads)
                    })
                desk.logger.info(
                    "listening",
                    metadata: ["socket": "\(socket.path)", "only-reads": "\(onlyReads)"])
            }
        } catch {
            for listener in listeners { listener.close() }
            throw error
        }
        let open = listeners
        return {
            // What waits for a journal that failed is never answered.
            let patience = desk.orders.failure == nil ? LedgerLimits.farewell : nil
            UnixListener.close(open, after: patience)
        }
    }
}
