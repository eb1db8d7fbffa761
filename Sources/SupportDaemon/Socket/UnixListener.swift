import NIOCore
import NIOPosix
import SupportSystem

/// A listening Unix socket and the connections that came in through it.
struct UnixListener: Sendable {
    private let channel: any Channel
    private let quiescing: NIOLoopBound<OpenConnections>

    /// Listens at a path, replacing a socket that nobody listens on any more.
    static func bind(
        _ path: String, mode: UInt32, on loop: any EventLoop, unreadBytesMax: Int,
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
        let bootstrap = ServerBootstrap(group: loop)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(
                .writeBufferWaterMark, value: .init(low: unreadBytesMax / 2, high: unreadBytesMax)
            )
            .childChannelInitializer { child in
                open.value.add(child)
                return welcome(child)
            }
        do {
            let channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
            try SocketFile.setMode(mode, of: path)
            return UnixListener(channel: channel, quiescing: open)
        } catch {
            throw DaemonFault("cannot listen on \(path): \(error)", .unavailable)
        }
    }

    /// Stops listening and ends the connections.
    func close() async {
        try? await channel.close().get()
        let open = quiescing
        try? await channel.eventLoop.flatSubmit { open.value.closeAll(on: channel.eventLoop) }.get()
    }
}

/// The connections of one listener. Lives on the event loop.
final class OpenConnections {
    private var channels: [ObjectIdentifier: any Channel] = [:]

    /// Remembers a connection until it ends.
    func add(_ channel: any Channel) {
        let name = ObjectIdentifier(channel)
        channels[name] = channel
        channel.closeFuture.assumeIsolated().whenComplete { _ in self.channels[name] = nil }
    }

    /// Ends all of them.
    func closeAll(on loop: any EventLoop) -> EventLoopFuture<Void> {
        EventLoopFuture.andAllComplete(
            channels.values.map { $0.close(mode: .all) }, on: loop)
    }
}
