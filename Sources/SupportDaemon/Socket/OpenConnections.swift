import NIOCore

/// The connections of one listener. Lives on the event loop.
final class OpenConnections {
    private var channels: [ObjectIdentifier: any Channel] = [:]

    /// Remembers a connection until it ends, and tells that.
    func add(_ channel: any Channel, onEnd: @escaping () -> Void) {
        let name = ObjectIdentifier(channel)
        channels[name] = channel
        channel.closeFuture.assumeIsolated().whenComplete { _ in
            self.channels[name] = nil
            onEnd()
        }
    }

    /// Ends all of them.
    func closeAll(on loop: any EventLoop) -> EventLoopFuture<Void> {
        EventLoopFuture.andAllComplete(
            channels.values.map { $0.close(mode: .all) }, on: loop)
    }
}
