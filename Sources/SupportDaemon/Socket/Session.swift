import NIOCore
import SupportModel
import SupportSystem
import SupportWire

/// One client's connection: lines in, answers out in order, nothing told before it is durable.
///
/// Lives on the event loop, which is also the ledger's executor, so that a request costs no hop.
final class Session: ChannelDuplexHandler {
    /// Bytes as the socket gives them; lines may be cut anywhere.
    typealias InboundIn = ByteBuffer
    /// Whole lines of answers.
    typealias OutboundIn = ByteBuffer
    /// Whole lines, handed on to the socket.
    typealias OutboundOut = ByteBuffer

    let desk: Reception
    let caller: Caller
    let share: UserShare
    var context: ChannelHandlerContext?
    private var framer = LineFramer(bytesMax: WireLimits.lineBytesMax)
    /// Lines that wait for an earlier request; at most what one read brings.
    var lines = WaitingLines()
    var replies = PendingReplies()
    /// What another thread is asked for; this connection waits for it, all others go on.
    var errand = RunningErrand.none
    var watch: Watch?
    /// True once nothing more will be read: what is pending is still told.
    var isEnding = false
    /// True while it waits for a turn on the event loop.
    var isInTurns = false
    var isFlushing = false
    private var heldRead = false
    /// Writes that the socket has not taken yet, and their bytes.
    var unsent = (writes: 0, bytes: 0)
    private var lineDeadline: Scheduled<Void>?
    var unreadDeadline: Scheduled<Void>?
    /// What to do once a record is durable.
    var afterDurable: (() -> Void)?
    var durableWanted: UInt64 = 0

    init(_ desk: Reception, caller: Caller, share: UserShare) {
        self.desk = desk
        self.caller = caller
        self.share = share
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        share.join(self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        lineDeadline?.cancel()
        unreadDeadline?.cancel()
        desk.gate.forget(self)
        watch = nil
        // It holds the session; nobody waits for its answer any more.
        afterDurable = nil
        self.context = nil
        framer.forget()
        desk.note(unfinished: 0, of: self, caller.uid)
        leaveErrand()
        share.leave(self)
        share.give(replies.bytes + unsent.bytes)
        replies = PendingReplies()
        unsent = (0, 0)
    }

    func channelActive(context: ChannelHandlerContext) {
        let hello = Hello(release: Release.version, protocol: .current, seq: desk.gate.durable)
        send(ReplyLine.notification(Hello.method, ReplyLine.encoded(hello)))
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isEnding else { return }
        let buffer = unwrapInboundIn(data)
        var ended = false
        var refusal: WireError?
        do {
            try framer.take(
                buffer.readableBytesView,
                longer: { start in
                    do throws(WireError) {
                        return try Routes.lineBytesMax(of: start, by: caller)
                    } catch {
                        refusal = error
                        return 0
                    }
                },
                line: { line in
                    ended = true
                    lines.append(line)
                })
        } catch {
            refuse(refusal ?? .lineTooLong(bytesMax: error.bytesMax))
        }
        watchLine(ended: ended, context)
        desk.note(unfinished: framer.unfinishedBytes, of: self, caller.uid)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        goOn()
        context.fireChannelReadComplete()
    }

    /// Reads on only while there is room for what comes.
    func read(context: ChannelHandlerContext) {
        if hasRoom { context.read() } else { heldRead = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            endUnreadDeadline()
            // What is being flushed goes on by itself.
            if !isFlushing {
                goOn()
                stream()
            }
        } else {
            limitUnread()
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // The client has said all; it may still wait for its answers.
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            isEnding = true
            endIfDone()
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    // MARK: Reading

    private var hasRoom: Bool {
        guard let context else { return false }
        guard
            errand.isNone && lines.isEmpty && context.channel.isWritable
                && replies.count < LedgerLimits.pendingRepliesMax
                && replies.bytes < desk.limits.unreadBytesMax
        else { return false }
        return hasShare
    }

    /// Whether its user has room for more answers; where not, it goes on when there is.
    var hasShare: Bool {
        if share.hasRoom { return true }
        share.wait(self)
        return false
    }

    func readOn() {
        guard heldRead, hasRoom else { return }
        heldRead = false
        context?.read()
    }

    // MARK: Ending

    /// Refuses a line that has not ended because all such lines hold too much.
    func refuseUnfinished(bytesMax: Int) {
        refuse(.unfinishedLines(bytesMax: bytesMax))
        flushReady()
        endIfDone()
    }

    /// Tells an error and ends the connection after it.
    func refuse(_ error: WireError) {
        isEnding = true
        watch = nil
        framer.forget()
        desk.note(unfinished: 0, of: self, caller.uid)
        hold(ReplyLine.error(.null, error), after: 0)
    }

    func endIfDone() {
        guard isEnding, errand.isNone, replies.isEmpty, lines.isEmpty, watch == nil else { return }
        // What the socket has not taken yet would be lost with the connection.
        guard unsent.writes == 0 else { return limitUnread() }
        context?.close(mode: .all, promise: nil)
    }

    private func watchLine(ended: Bool, _ context: ChannelHandlerContext) {
        if ended || !framer.isInsideLine {
            lineDeadline?.cancel()
            lineDeadline = nil
        }
        guard framer.isInsideLine, lineDeadline == nil else { return }
        let seconds = desk.limits.lineSecondsMax
        let loop = context.eventLoop.assumeIsolated()
        lineDeadline = loop.scheduleTask(in: .seconds(Int64(seconds))) {
            self.lineIsLate(seconds)
        }
    }

    /// Refuses a line that has not ended, unless it is the desk that does not read it.
    private func lineIsLate(_ seconds: Int) {
        lineDeadline = nil
        guard let context, !isEnding else { return }
        if heldRead { return watchLine(ended: false, context) }
        refuse(.lineTimedOut(seconds: seconds))
        flushReady()
        endIfDone()
    }
}
