import NIOCore
import SupportSystem
import SupportWire

/// Connects a ``Connection`` to its socket, the ledger, the journal and the reading threads:
/// reports to it what happens, and does what it wants done.
///
/// Lives on the event loop, which is also the ledger's executor, so that a request costs no hop.
final class ConnectionHandler: ChannelDuplexHandler {
    /// Bytes as the socket gives them; lines may be cut anywhere.
    typealias InboundIn = ByteBuffer
    /// Whole lines of answers.
    typealias OutboundIn = ByteBuffer
    /// Whole lines, handed on to the socket.
    typealias OutboundOut = ByteBuffer

    private let reception: Reception
    private let caller: Caller
    private let share: UserShare
    private var context: ChannelHandlerContext?
    private var connection: Connection
    /// True while `proceed` does what is wanted; what happens meanwhile is only reported.
    private var isProceeding = false
    /// What was written and not flushed yet.
    private var written: ByteBuffer?
    private var timers: [Connection.Deadline: Scheduled<Void>] = [:]
    /// The value of `Connection.heldBytes` last reported to the share.
    private var heldBytes = 0
    /// The value of `Connection.unfinishedBytes` last reported to the reception.
    private var unfinishedBytes = 0

    init(_ reception: Reception, caller: Caller, share: UserShare) {
        (self.reception, self.share) = (reception, share)
        var caller = caller
        caller.connection = reception.nextConnection()
        self.caller = caller
        connection = Connection(reception.limits)
    }

    // MARK: The socket

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        share.join(self)
        reception.ledger.uploads.join(caller.connection)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        written = nil
        connection.closed()
        proceed()
        reception.gate.forget(self)
        share.leave(self)
        let (ledger, number) = (reception.ledger, caller.connection)
        ledger.assumeIsolated { $0.endConnection(number) }
    }

    func channelActive(context: ChannelHandlerContext) {
        connection.opened(
            durable: reception.gate.durable, at: reception.ledger.clock.now)
        proceed()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        connection.received(buffer.readableBytesView) { start throws(WireError) in
            try Routes.lineBytesMax(of: start, by: caller, reception.ledger)
        }
        // The socket's buffer is kept for the next read, and may hold a secret.
        HeapMemory.overwrite(buffer.readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        proceed()
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        connection.readWanted()
        proceed()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        connection.writabilityChanged(to: context.channel.isWritable)
        proceed()
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            connection.inputEnded()
            proceed()
        }
        if event is DeskStops {
            connection.deskStops()
            proceed()
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        connection.failed()
        proceed()
    }

    // MARK: What others have for it

    /// Answers as many lines as one turn may.
    func takeTurn() {
        connection.turnCame()
        proceed()
    }

    /// Begins what waits for a thread: one is free for it.
    func takeThread(_ lane: ReadingLanes.Lane) {
        guard connection.threadCame() else { return reception.lanes.end(lane) }
        proceed()
    }

    /// Refuses a line that has not ended because all such lines hold too much.
    func refuseUnfinished(bytesMax: Int) {
        connection.tooMuchIsUnfinished(bytesMax: bytesMax)
        account()
        proceed()
    }

    /// Takes notice that its user's connections hold too much together.
    func shareFilled() { proceed() }

    /// Goes on, when the event loop has done what it is at, as its user's connections hold less.
    func goOnSoon() {
        context?.eventLoop.assumeIsolated().execute {
            self.connection.roomCame()
            self.proceed()
        }
    }

    // MARK: What the connection wants done

    private func proceed() {
        guard !isProceeding else { return }
        isProceeding = true
        while let action = nextAction() { perform(action) }
        isProceeding = false
    }

    private func nextAction() -> Connection.Action? {
        account()
        connection.shareChanged(hasRoom: share.hasRoom)
        return connection.next()
    }

    /// Passes on what the connection holds, where that has changed.
    private func account() {
        let held = connection.heldBytes
        let more = held - heldBytes
        heldBytes = held
        if more > 0 { share.take(more) } else if more < 0 { share.give(-more) }
        let unfinished = connection.unfinishedBytes
        guard unfinished != unfinishedBytes else { return }
        unfinishedBytes = unfinished
        reception.note(unfinished: unfinished, of: self, caller.uid)
    }

    private func perform(_ action: Connection.Action) {
        switch action {
        case .requestTurn where !reception.isWaiting(caller.uid): connection.turnCame()
        case .requestTurn, .yieldTurn: reception.wait(self, of: caller.uid)
        case .handle(let envelope): handle(envelope)
        case .suspend(let suspension): wait(for: suspension)
        case .resume(let request): resume(request)
        case .write(let bytes): write(bytes)
        case .flush(let count): flush(count)
        case .awaitThread(let cost): reception.lanes.wait(self, in: lane(cost))
        case .begin(let errand): begin(errand)
        case .run(let begun, let id, let cost): run(begun, id, cost)
        case .readPage(let page): read(page)
        case .leaveThread(let cost): reception.lanes.leave(self, lane(cost))
        case .returnThread(let cost): reception.lanes.end(lane(cost))
        case .awaitJournal(let sequence): awaitJournal(beyond: sequence)
        case .awaitRoom: share.wait(self)
        case .start(let deadline): start(deadline)
        case .cancel(let deadline): timers.removeValue(forKey: deadline)?.cancel()
        case .read: context?.read()
        case .close: context?.close(mode: .all, promise: nil)
        }
    }

    private func write(_ bytes: [UInt8]) {
        if written == nil { written = context?.channel.allocator.buffer(capacity: bytes.count) }
        written?.writeBytes(bytes)
    }

    private func flush(_ count: Int) {
        guard let context, let bytes = written else { return }
        written = nil
        let taken = context.eventLoop.makePromise(of: Void.self)
        taken.futureResult.assumeIsolated().whenComplete { _ in
            self.connection.flushed(count)
            self.proceed()
        }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: taken)
    }

    private func start(_ deadline: Connection.Deadline) {
        timers[deadline]?.cancel()
        timers[deadline] = context?.eventLoop.assumeIsolated().scheduleTask(in: time(deadline)) {
            self.timers[deadline] = nil
            self.connection.shareChanged(hasRoom: self.share.hasRoom)
            self.connection.fired(deadline)
            self.proceed()
        }
    }

    private func time(_ deadline: Connection.Deadline) -> TimeAmount {
        switch deadline {
        case .line: .seconds(Int64(reception.limits.lineSecondsMax))
        case .unread: .seconds(Int64(reception.limits.unreadSecondsMax))
        case .page: LedgerLimits.watchPause
        }
    }

    // MARK: Ledger and threads

    private func handle(_ envelope: Envelope) {
        let (ledger, caller) = (reception.ledger, caller)
        connection.answered(ledger.assumeIsolated { $0.handle(envelope, by: caller) })
    }

    private func wait(for suspension: SuspendedRequest) {
        reception.suspensions.run(suspension) { resumption in
            self.connection.resumed(resumption)
            self.proceed()
        }
    }

    private func resume(_ request: ResumedRequest) {
        let ledger = reception.ledger
        connection.answered(ledger.assumeIsolated { $0.resume(request) })
    }

    private func begin(_ errand: Errand) {
        let ledger = reception.ledger
        connection.began(ledger.assumeIsolated { $0.begin(errand) })
    }

    private func run(_ begun: Errand.Begun, _ id: RequestID, _ cost: Cost) {
        reception.lanes.run(lane(cost), { Self.end(begun, id) }) { end in
            self.connection.errandEnded(end)
            self.proceed()
        }
    }

    private func read(_ page: Watch.Page) {
        let ledger = reception.ledger
        let caller = caller
        let (log, state, refusal, permissions) = ledger.assumeIsolated { ledger in
            (
                ledger.log, ledger.state,
                ledger.refusal(of: EventsWatch.method.name, to: caller),
                ledger.rights(of: caller).permissions
            )
        }
        let work = { @Sendable in
            refusal.map { .failed($0) }
                ?? page.read(log, knowing: state, for: permissions)
        }
        reception.lanes.run(lane(.long), work) { reading in
            self.connection.pageRead(reading)
            self.proceed()
        }
    }

    private func awaitJournal(beyond sequence: UInt64) {
        if reception.gate.durable > sequence {
            journalAdvanced()
        } else {
            reception.gate.wait(self, beyond: sequence)
        }
    }

    private func lane(_ cost: Cost) -> ReadingLanes.Lane { ReadingLanes.Lane(caller.uid, cost) }

    private static func end(_ begun: Errand.Begun, _ id: RequestID) -> Errand.End {
        do {
            switch try begun.work() {
            case .answer(let answer):
                return .line(ReplyLine.result(id, seq: begun.after, answer))
            case .resume(let request): return .resume(request)
            }
        } catch {
            return .line(ReplyLine.error(id, Ledger.wireError(error, "the request")))
        }
    }
}

extension ConnectionHandler: GateWaiter {
    func journalAdvanced() {
        connection.journalAdvanced(to: reception.gate.durable)
        proceed()
    }
}
