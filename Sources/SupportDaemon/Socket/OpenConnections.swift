import NIOCore

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
