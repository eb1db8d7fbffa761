import NIOCore
import SupportSystem
import SupportWire
import Synchronization

/// Asks the kernel who has connected and lets them in, or says why not.
enum PeerGreeting {
    /// Lets a new connection in.
    static func greet(_ channel: any Channel, _ reception: Reception) -> EventLoopFuture<Void> {
        let loop = channel.eventLoop
        let bound = NIOLoopBound(reception, eventLoop: loop)
        return credentials(of: channel).flatMapThrowing { peer in
            let reception = bound.value
            let caller = Caller(
                uid: peer.user, name: PeerNames.name(of: peer.user),
                owner: ProcessIdentity.effectiveUser)
            let share: UserShare
            do throws(WireError) {
                share = try reception.admit(caller)
            } catch {
                reception.ledger.assumeIsolated {
                    $0.noteRefusedConnection(of: peer.user, error)
                }
                let refusal = Refusing(ReplyLine.error(.null, error))
                return try channel.pipeline.syncOperations.addHandler(refusal)
            }
            channel.closeFuture.assumeIsolated().whenComplete { _ in
                reception.dismiss(peer.user)
            }
            try channel.pipeline.syncOperations.addHandler(
                ConnectionHandler(reception, caller: caller, share: share))
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

/// Tells who has connected why they are not let in, once the connection can carry it, and ends it.
private final class Refusing: ChannelInboundHandler {
    /// What it is given and never reads.
    typealias InboundIn = ByteBuffer
    /// What it tells.
    typealias OutboundOut = ByteBuffer

    private let line: [UInt8]

    init(_ line: [UInt8]) { self.line = line }

    func channelActive(context: ChannelHandlerContext) {
        let bytes = wrapOutboundOut(context.channel.allocator.buffer(bytes: line))
        context.writeAndFlush(bytes, promise: nil)
        context.close(mode: .all, promise: nil)
    }
}

/// The names of users, looked up once: a directory service may be slow, and a name is only for
/// people to read.
enum PeerNames {
    private static let known = Mutex<[UInt32: String]>([:])

    /// The user's name, or its number where it has none.
    static func name(of uid: UInt32) -> String {
        if let name = known.withLock({ $0[uid] }) { return name }
        let name = (try? UserDatabase.name(ofUser: uid)) ?? String(uid)
        known.withLock { known in
            if known.count > 10_000 { known.removeAll() }
            known[uid] = name
        }
        return name
    }
}

/// The kernel does not say who has connected: nobody is let in.
struct PeerUnknown: Error {}
