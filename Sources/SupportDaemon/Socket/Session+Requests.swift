import NIOCore
import SupportJSON
import SupportWire

/// Answering lines, in turns with the other connections.
extension Session {
    /// Answers and sends until something must be waited for, or until it is another's turn: what was
    /// sent makes room for more answers, and an answer that is held back asks to be woken.
    func goOn() {
        guard isInTurns || !lines.isEmpty && desk.isWaiting(caller.uid) else { return takeTurn() }
        waitForTurn()
        flushReady()
    }

    /// Goes on when the event loop has done what it is at.
    func goOnSoon() {
        context?.eventLoop.assumeIsolated().execute { self.goOn() }
    }

    /// Answers as many lines as one turn may.
    func takeTurn() {
        isInTurns = false
        var room = LedgerLimits.turnWeightMax
        repeat {
            work(&room)
        } while flushReady() && canAnswer && room > 0
        if canAnswer { waitForTurn() }
    }

    private func waitForTurn() {
        guard !isInTurns else { return }
        isInTurns = true
        desk.wait(self, of: caller.uid)
    }

    private var canAnswer: Bool {
        guard !lines.isEmpty, errand.isNone, context?.channel.isWritable ?? false,
            replies.count < LedgerLimits.pendingRepliesMax
        else { return false }
        return hasShare
    }

    /// Answers the lines that are there, one after the other, until one must be waited for.
    private func work(_ room: inout Int) {
        while room > 0, canAnswer, let line = lines.take() {
            room -= 1 + line.count / LedgerLimits.turnBytesEach
            answer(line)
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
        take(ledger.assumeIsolated { $0.handle(envelope, by: caller) }, envelope.id)
    }

    /// Tells what came of a request, or waits for it.
    func take(_ outcome: Outcome, _ id: RequestID) {
        switch outcome {
        case .reply(let result, let seq):
            hold(ReplyLine.result(id, seq: seq, result), after: seq)
        case .error(let error, let seq): hold(ReplyLine.error(id, error), after: seq)
        case .later(let errand): run(errand, id)
        case .suspended(let suspension): wait(for: suspension, id)
        case .watch(let since): begin(Watch(since: since), id)
        }
    }

    // MARK: Other threads

    /// Lets another thread answer when it is this user's turn. What the answer saw must be durable
    /// before the thread begins, because it may read the journal.
    private func run(_ errand: Errand, _ id: RequestID) {
        let lane = ReadingLanes.Lane(caller.uid, errand.cost)
        wait(in: lane) { [self] in
            let ledger = desk.ledger
            let begun = ledger.assumeIsolated { $0.begin(errand) }
            afterDurable = { [self] in
                self.errand = .running
                desk.lanes.run(lane, { Self.line(begun, id) }) { line in
                    self.errand = .none
                    guard self.context != nil else { return }
                    self.hold(line, after: begun.after)
                    self.goOn()
                }
            }
            waitFor(begun.after)
        }
    }

    /// Lets another thread do something first; the request then goes on, unless nobody waits for it
    /// any more.
    private func wait(for suspension: Suspension, _ id: RequestID) {
        errand = .running
        desk.suspensions.run(suspension) { [self] resumption in
            errand = .none
            guard context != nil else { return }
            let ledger = desk.ledger
            take(ledger.assumeIsolated { $0.resume(suspension, resumption) }, id)
            goOn()
        }
    }

    /// Waits for a turn in a lane.
    func wait(in lane: ReadingLanes.Lane, _ begin: @escaping () -> Void) {
        errand = .waiting(lane, begin: begin)
        desk.lanes.wait(self, in: lane)
    }

    /// Begins what it waited for: a thread is free for it.
    func takeThread(_ lane: ReadingLanes.Lane) {
        guard case .waiting(_, let begin) = errand else { return desk.lanes.end(lane) }
        errand = .begun(lane)
        begin()
    }

    /// Gives up what another thread was asked for. One that is at it already gives its turn back
    /// itself.
    func leaveErrand() {
        switch errand {
        case .none, .running: return
        case .waiting(let lane, _): desk.lanes.leave(self, lane)
        case .begun(let lane): desk.lanes.end(lane)
        }
        errand = .none
    }

    private static func line(_ begun: Errand.Begun, _ id: RequestID) -> [UInt8] {
        do {
            return ReplyLine.result(id, seq: begun.after, try begun.work())
        } catch {
            return ReplyLine.error(id, Ledger.wireError(error, "the request"))
        }
    }
}

/// Streaming records to a client that watches.
extension Session {
    /// Answers that the connection watches from now on, and begins.
    func begin(_ watch: Watch, _ id: RequestID) {
        self.watch = watch
        let reply = ReplyLine.encoded(EventsWatch.Reply(since: watch.sent))
        hold(ReplyLine.result(id, seq: watch.sent, reply), after: watch.sent)
        flushReady()
        stream()
    }

    /// Has the next page of the journal read for a watch, if there is one and the client keeps up.
    func stream() {
        guard let context, watch != nil, replies.isEmpty, errand.isNone else { return }
        let durable = desk.gate.durable
        guard let page = watch?.nextPage(durable: durable) else {
            return watch?.isReading ?? false ? () : desk.gate.wait(self)
        }
        guard context.channel.isWritable else {
            watch?.putBack()
            return
        }
        let log = desk.ledger.log
        let lane = ReadingLanes.Lane(caller.uid, .long)
        wait(in: lane) { [self] in
            errand = .running
            desk.lanes.run(lane, { page.read(log) }) { read in
                self.errand = .none
                self.tell(read)
            }
        }
    }

    /// Tells a page that was read; where it could not be, why, and the connection ends.
    private func tell(_ read: Watch.Page.Reading) {
        guard watch != nil else { return endIfDone() }
        switch read {
        case .lines(let page):
            watch?.took(page)
            send(page.lines)
            stream()
        case .later:
            watch?.putBack()
            let loop = context?.eventLoop.assumeIsolated()
            loop?.scheduleTask(in: LedgerLimits.watchPause) { self.stream() }
        case .failed(let error):
            // It takes no more requests, and those that have come must not be run instead.
            lines = WaitingLines()
            refuse(error)
            flushReady()
            endIfDone()
        }
    }
}
