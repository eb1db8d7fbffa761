import NIOCore
import SupportSystem
import SupportWire

/// Asks the kernel who has connected and lets them in, or says why not.
enum PeerGreeting {
    /// Lets a new connection in, as soon as its user's name is known or was waited for long enough.
    /// The connection counts meanwhile, and nothing is read from it.
    static func greet(
        _ channel: any Channel, _ reception: Reception, onlyReads: Bool
    ) -> EventLoopFuture<Void> {
        let loop = channel.eventLoop
        let bound = NIOLoopBound(reception, eventLoop: loop)
        return credentials(of: channel).assumeIsolated().flatMapThrowing { peer in
            (peer, NIOLoopBound(try admit(channel, peer.user, bound.value), eventLoop: loop))
        }.flatMap { peer, share -> EventLoopFuture<Void> in
            guard share.value != nil else { return loop.makeSucceededVoidFuture() }
            return identify(peer, channel, bound.value, onlyReads).flatMapThrowing { caller in
                guard let share = share.value else { return }
                try channel.pipeline.syncOperations.addHandler(
                    ConnectionHandler(bound.value, caller: caller, share: share))
            }
        }.nonisolated()
    }

    /// Finds the peer's name and groups; what the directory of users does not say in time is left
    /// out.
    private static func identify(
        _ peer: PeerCredentials, _ channel: any Channel, _ reception: Reception, _ onlyReads: Bool
    ) -> EventLoopFuture<Caller> {
        let loop = channel.eventLoop
        let bound = NIOLoopBound(reception, eventLoop: loop)
        let roleGroups = reception.ledger.assumeIsolated { $0.settings.rights.groupNames }
        return reception.groups.refresh(roleGroups).flatMap {
            // Without roles of groups nobody has to know them.
            roleGroups.isEmpty
                ? loop.makeSucceededFuture([]) : groups(of: channel)
        }.and(bound.value.names.name(of: peer.user)).map { groups, name in
            let members = roleGroups.isEmpty ? [] : [peer.group] + groups
            return Caller(
                uid: peer.user, name: name, groups: members.filter { $0 != 0 },
                owner: ProcessIdentity.effectiveUser, onlyReads: onlyReads)
        }
    }

    /// The supplementary groups of the peer; none where the kernel does not say them.
    private static func groups(of channel: any Channel) -> EventLoopFuture<[UInt32]> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture([])
        }
        let read: EventLoopFuture<PeerGroups> = options.unsafeGetSocketOption(
            level: .init(rawValue: PeerCredentials.optionLevel),
            name: .init(rawValue: PeerGroups.optionName))
        return read.map(\.members).recover { _ in [] }
    }

    /// Accepts a connection, or sends why not; nil where it was refused.
    private static func admit(
        _ channel: any Channel, _ user: UInt32, _ reception: Reception
    ) throws -> UserShare? {
        do throws(WireError) {
            let share = try reception.admit(user)
            channel.closeFuture.assumeIsolated().whenComplete { _ in reception.dismiss(user) }
            return share
        } catch {
            reception.ledger.assumeIsolated { $0.noteRefusedConnection(of: user, error) }
            let refusal = Refusing(ReplyLine.error(.null, error))
            try channel.pipeline.syncOperations.addHandler(refusal)
            return nil
        }
    }

    /// Who is at the other end: what `SO_PEERCRED` says.
    static func credentials(of channel: any Channel) -> EventLoopFuture<PeerCredentials> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(PeerUnknown())
        }
        return options.unsafeGetSocketOption(
            level: .init(rawValue: PeerCredentials.optionLevel),
            name: .init(rawValue: PeerCredentials.optionName))
    }
}

/// Sends to a refused client why it was refused, once the connection is writable, and closes it.
private final class Refusing: ChannelInboundHandler {
    /// What it is given and never reads.
    typealias InboundIn = ByteBuffer
    /// What it sends.
    typealias OutboundOut = ByteBuffer

    private let line: [UInt8]

    init(_ line: [UInt8]) { self.line = line }

    func channelActive(context: ChannelHandlerContext) {
        let bytes = wrapOutboundOut(context.channel.allocator.buffer(bytes: line))
        context.writeAndFlush(bytes, promise: nil)
        context.close(mode: .all, promise: nil)
    }
}

/// The kernel does not say who has connected: nobody is let in.
struct PeerUnknown: Error {}
