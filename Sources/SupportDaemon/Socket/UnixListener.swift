import NIOCore
import NIOPosix
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
    ) async throws -> UnixListener {
        do {
            try SocketFile.makeWay(at: path)
        } catch {
            throw DaemonFault(
                "\(error); another desk may be running, or name another socket", .unavailable)
        }
        let open = try await loop.submit {
            NIOLoopBound(OpenConnections(), eventLoop: loop)
        }.get()
        let pausing = try await loop.submit {
            NIOLoopBound(AcceptPause(path, onShortage), eventLoop: loop)
        }.get()
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
            let channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
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
    func close() async {
        try? await channel.close().get()
        let open = quiescing
        try? await channel.eventLoop.flatSubmit { open.value.closeAll(on: channel.eventLoop) }.get()
    }
}
