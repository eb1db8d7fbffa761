import NIOCore
import SupportSystem

/// Takes no new connections for a while when the system has nothing to take them with: the listener
/// stays readable meanwhile, and would be asked again and again. Lives on the event loop.
final class AcceptPause: ChannelInboundHandler {
    /// New connections, which are passed on.
    typealias InboundIn = any Channel

    private let path: String
    /// Told what is short, and nil when new connections are taken again.
    private let onShortage: (SystemFault?) -> Void
    private var context: ChannelHandlerContext?
    private var pause: Scheduled<Void>?
    private var isShort = false

    init(_ path: String, _ onShortage: @escaping (SystemFault?) -> Void) {
        self.path = path
        self.onShortage = onShortage
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
