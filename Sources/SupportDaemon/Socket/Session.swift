import NIOCore
import SupportJSON
import SupportModel
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
    private let caller: Caller
    private var context: ChannelHandlerContext?
    private var framer = LineFramer(bytesMax: WireLimits.fileLineBytesMax)
    /// Lines that wait for an earlier request; at most what one read brings.
    private var lines: [[UInt8]] = []
    private var nextLine = 0
    private var replies = PendingReplies()
    /// True while another thread answers.
    private var isBusy = false
    private var watch: Watch?
    /// True once nothing more will be read: what is pending is still told.
    private var isEnding = false
    private var heldRead = false
    /// Writes that the socket has not taken yet.
    private var unsent = 0
    private var lineDeadline: Scheduled<Void>?
    private var unreadDeadline: Scheduled<Void>?

    init(_ desk: Reception, caller: Caller) {
        self.desk = desk
        self.caller = caller
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        lineDeadline?.cancel()
        unreadDeadline?.cancel()
        desk.gate.forget(self)
        watch = nil
        // It holds the session; nobody waits for its answer any more.
        afterDurable = nil
        self.context = nil
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
        do {
            try framer.take(buffer.readableBytesView) { line in
                ended = true
                lines.append(line)
            }
        } catch {
            refuse(.lineTooLong(bytesMax: WireLimits.fileLineBytesMax))
        }
        watchLine(ended: ended, context)
        work()
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
            unreadDeadline?.cancel()
            unreadDeadline = nil
            goOn()
            stream()
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

    // MARK: Requests

    private var hasRoom: Bool {
        guard let context else { return false }
        return !isBusy && nextLine == lines.count && context.channel.isWritable
            && replies.count < LedgerLimits.pendingRepliesMax
            && replies.bytes < desk.limits.unreadBytesMax
    }

    /// Answers and sends until something must be waited for: what was sent makes room for more
    /// answers, and an answer that is held back asks to be woken.
    private func goOn() {
        work()
        while flushReady(), nextLine < lines.count { work() }
    }

    /// Answers the lines that are there, one after the other, until one must be waited for.
    private func work() {
        while nextLine < lines.count, !isBusy, context?.channel.isWritable ?? false,
            replies.count < LedgerLimits.pendingRepliesMax
        {
            let line = lines[nextLine]
            nextLine += 1
            answer(line)
        }
        if nextLine == lines.count {
            lines.removeAll(keepingCapacity: true)
            nextLine = 0
        }
        readOn()
        endIfDone()
    }

    private func answer(_ line: [UInt8]) {
        let envelope: Envelope
        do {
            envelope = try Envelope(line: line)
        } catch {
            return hold(ReplyLine.error(error.id, error.error), after: 0)
        }
        guard watch == nil else {
            let error = WireError.notARequest("a connection that watches takes no more requests")
            return hold(ReplyLine.error(envelope.id, error), after: 0)
        }
        let (ledger, caller) = (desk.ledger, caller)
        let outcome = ledger.assumeIsolated { $0.handle(envelope, by: caller) }
        switch outcome {
        case .reply(let result, let seq):
            hold(ReplyLine.result(envelope.id, seq: seq, result), after: seq)
        case .error(let error, let seq):
            hold(ReplyLine.error(envelope.id, error), after: seq)
        case .later(let work, let seq): runLater(work, envelope.id, seq)
        case .watch(let since): begin(Watch(since: since), envelope.id)
        }
    }

    /// Lets another thread answer; this connection waits, all others go on. What it saw must be
    /// durable before it runs, because it may read the journal.
    private func runLater(
        _ work: @escaping @Sendable () throws -> RawJSON, _ id: RequestID, _ seq: UInt64
    ) {
        isBusy = true
        afterDurable = { [self] in
            guard let context else { return }
            let done = desk.pool.runIfActive(eventLoop: context.eventLoop) {
                Self.line(work, id, seq)
            }
            done.assumeIsolated().whenComplete { result in
                let failed = WireError.cannotStore("the desk is shutting down")
                self.isBusy = false
                self.hold((try? result.get()) ?? ReplyLine.error(id, failed), after: seq)
                self.goOn()
            }
        }
        waitFor(seq)
    }

    private static func line(
        _ work: @Sendable () throws -> RawJSON, _ id: RequestID, _ seq: UInt64
    ) -> [UInt8] {
        do {
            return ReplyLine.result(id, seq: seq, try work())
        } catch {
            return ReplyLine.error(id, Ledger.wireError(error, "the request"))
        }
    }

    // MARK: The gate

    /// What to do once a record is durable.
    private var afterDurable: (() -> Void)?
    private var durableWanted: UInt64 = 0

    private func waitFor(_ sequence: UInt64) {
        durableWanted = sequence
        runIfDurable()
    }

    private func runIfDurable() {
        guard let next = afterDurable else { return }
        guard desk.gate.durable >= durableWanted else { return desk.gate.wait(self) }
        afterDurable = nil
        next()
    }

    /// Holds an answer back until a record is durable.
    private func hold(_ line: [UInt8], after sequence: UInt64) {
        replies.append(line, after: sequence)
    }

    /// Sends what may be sent, with one flush; true when there was something.
    @discardableResult
    private func flushReady() -> Bool {
        guard let context, !replies.isEmpty else { return false }
        var out: ByteBuffer?
        while let line = replies.next(durable: desk.gate.durable) {
            if out == nil { out = context.channel.allocator.buffer(capacity: line.count) }
            out?.writeBytes(line)
        }
        if let out { write(out, context) }
        if !replies.isEmpty { desk.gate.wait(self) }
        readOn()
        endIfDone()
        return out != nil
    }

    // MARK: Watching

    private func begin(_ watch: Watch, _ id: RequestID) {
        self.watch = watch
        let reply = ReplyLine.encoded(EventsWatch.Reply(since: watch.sent))
        hold(ReplyLine.result(id, seq: watch.sent, reply), after: watch.sent)
        flushReady()
        stream()
    }

    /// Reads the next page of the journal for a watch, if there is one and the client keeps up.
    private func stream() {
        guard let context, watch != nil, replies.isEmpty else { return }
        let durable = desk.gate.durable
        guard let page = watch?.nextPage(durable: durable) else {
            return watch?.isReading ?? false ? () : desk.gate.wait(self)
        }
        guard context.channel.isWritable else {
            watch?.putBack()
            return
        }
        let log = desk.ledger.log
        let done = desk.pool.runIfActive(eventLoop: context.eventLoop) {
            try page.read(log)
        }
        done.assumeIsolated().whenComplete { result in
            guard let read = try? result.get() else {
                self.context?.close(promise: nil)
                return
            }
            guard self.watch != nil else { return }
            self.watch?.took(read)
            self.send(read.lines)
            self.stream()
        }
    }

    // MARK: Ending

    /// Tells an error and ends the connection after it.
    private func refuse(_ error: WireError) {
        isEnding = true
        watch = nil
        hold(ReplyLine.error(.null, error), after: 0)
    }

    private func endIfDone() {
        guard isEnding, !isBusy, replies.isEmpty, nextLine == lines.count, watch == nil else {
            return
        }
        // What the socket has not taken yet would be lost with the connection.
        guard unsent == 0 else { return limitUnread() }
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

    private func readOn() {
        guard heldRead, hasRoom else { return }
        heldRead = false
        context?.read()
    }

    private func send(_ bytes: [UInt8]) {
        guard let context, !bytes.isEmpty else { return }
        write(context.channel.allocator.buffer(bytes: bytes), context)
    }

    /// Hands bytes over to the socket and counts them until it has taken them.
    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        unsent += 1
        let taken = context.eventLoop.makePromise(of: Void.self)
        taken.futureResult.assumeIsolated().whenComplete { _ in
            self.unsent -= 1
            self.endIfDone()
        }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: taken)
    }

    /// Ends the connection when the client leaves its answers unread for too long.
    private func limitUnread() {
        guard unreadDeadline == nil, let context else { return }
        let patience = TimeAmount.seconds(Int64(desk.limits.unreadSecondsMax))
        unreadDeadline = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
            self.context?.close(promise: nil)
        }
    }
}

extension Session: GateWaiter {
    func journalAdvanced() {
        runIfDurable()
        goOn()
        stream()
    }
}
