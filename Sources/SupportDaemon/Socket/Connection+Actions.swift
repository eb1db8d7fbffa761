import SupportWire

/// What is to be done for a connection.
extension Connection {
    /// The next thing to do; nil when there is nothing until the next input.
    ///
    /// What was written is flushed first. Then requests are answered as far as a turn goes, so that
    /// their answers are sent together.
    package mutating func next() -> Action? {
        switch life {
        case .new, .closing: return nil
        case .closed: return nextToGiveBack() ?? nextTimer()
        case .failed: return close()
        case .open: break
        }
        if gathered > 0 { return nextWrite() }
        if let action = nextRequest() { return action }
        sendRefusal()
        if let action = nextWrite() ?? nextOfWork() ?? nextPage() { return action }
        if let action = nextWait() ?? nextTimer() { return action }
        if isDone, unsent.writes == 0 { return close() }
        if let action = nextRead() { return action }
        if case .taken = turn { turn = .none }
        return nil
    }

    private mutating func close() -> Action {
        life = .closing
        return .close
    }

    /// What another one waits for and this connection no longer needs.
    private mutating func nextToGiveBack() -> Action? {
        switch work {
        case .queued(let job):
            work = .none
            return .leaveThread(job.cost)
        case .called(let job):
            work = .none
            return .returnThread(job.cost)
        case .beginning(_, let cost), .begun(_, _, let cost):
            work = .none
            return .returnThread(cost)
        case .resuming, .suspending:
            // Nobody waits for the answer any more, and nothing was decided.
            work = .none
            return nil
        case .none, .asked, .suspended, .wanted, .running, .reading: return nil
        }
    }

    // MARK: Requests

    /// Whether the next line may be answered but for a turn.
    private var canAnswer: Bool {
        !lines.isEmpty && work.isNone && isWritable && hasShare
            && replies.count < LedgerLimits.pendingRepliesMax
    }

    private mutating func nextRequest() -> Action? {
        while canAnswer {
            switch turn {
            case .none:
                turn = .waiting
                return .requestTurn
            case .waiting: return nil
            case .taken(let room):
                guard room > 0, let line = lines.take() else {
                    turn = .waiting
                    return .yieldTurn
                }
                turn = .taken(room: room - 1 - line.count / LedgerLimits.turnBytesEach)
                if let action = answer(line) { return action }
            }
        }
        return nil
    }

    /// Has a line answered, unless it needs no ledger to be.
    private mutating func answer(_ line: [UInt8]) -> Action? {
        let envelope: Envelope
        do {
            envelope = try Envelope(line: line)
        } catch {
            replies.append(ReplyLine.error(error.id, error.error), after: 0)
            return nil
        }
        guard watch == nil else {
            let error = WireError.notARequest("a connection that watches takes no more requests")
            replies.append(ReplyLine.error(envelope.id, error), after: 0)
            return nil
        }
        work = .asked(envelope.id)
        return .handle(envelope)
    }

    /// Puts the error for which nothing more is taken in behind the answers to what was.
    private mutating func sendRefusal() {
        guard case .refused(let error) = intake, lines.isEmpty, !work.isRequest else { return }
        intake = .closed
        watch = nil
        replies.append(ReplyLine.error(.null, error), after: 0)
    }

    // MARK: Threads

    private mutating func nextOfWork() -> Action? {
        switch work {
        case .suspending(let suspension, let id):
            work = .suspended(suspension, id)
            return .suspend(suspension)
        case .resuming(let request, let id):
            work = .asked(id)
            return .resume(request)
        case .wanted(let job):
            work = .queued(job)
            return .awaitThread(job.cost)
        case .called(.errand(let errand, let id)):
            work = .beginning(id, errand.cost)
            return .begin(errand)
        case .called(.page(let page)):
            work = .reading
            return .readPage(page)
        case .begun(let begun, let id, let cost) where begun.after <= durable:
            work = .running(after: begun.after, id)
            return .run(begun, id, cost)
        default: return nil
        }
    }

    /// Has the next page of a watch read, if there is one and the client keeps up.
    private mutating func nextPage() -> Action? {
        guard work.isNone, !isPaused, replies.isEmpty, isWritable,
            let page = watch?.nextPage(durable: durable)
        else { return nil }
        work = .wanted(.page(page))
        return nextOfWork()
    }

    // MARK: Output

    /// Writes the next answer that may be sent, or flushes what was written.
    private mutating func nextWrite() -> Action? {
        let room = LedgerLimits.flushBytesMax - gathered
        if isWritable || gathered > 0, room > 0,
            let bytes = replies.next(durable: durable, bytesMax: room)
        {
            gathered += bytes.count
            return .write(bytes)
        }
        guard gathered > 0 else { return nil }
        unsent.writes += 1
        unsent.bytes += gathered
        defer { gathered = 0 }
        return .flush(gathered)
    }

    // MARK: Waiting

    private mutating func nextWait() -> Action? {
        if !asksForJournal, let wanted = awaitedRecord {
            asksForJournal = true
            return .awaitJournal(beyond: wanted - 1)
        }
        if !asksForRoom, awaitsRoom {
            asksForRoom = true
            return .awaitRoom
        }
        return nil
    }

    /// The record that has to be durable before there is something to do again; nil for none.
    private var awaitedRecord: UInt64? {
        let reply = replies.firstAfter.flatMap { $0 > durable ? $0 : nil }
        switch work {
        case .begun: return durable + 1
        case .none where watch.map { $0.sent >= durable } ?? false: return durable + 1
        default: return reply
        }
    }

    /// Whether it is only for want of its user's room that no line is answered, or none is read.
    private var awaitsRoom: Bool {
        !hasShare && work.isNone && isWritable && replies.count < LedgerLimits.pendingRepliesMax
            && (!lines.isEmpty || isReadWanted)
    }

    private mutating func nextTimer() -> Action? {
        lineTimer.action(.line, isWanted: awaitsLine)
            ?? unreadTimer.action(.unread, isWanted: leavesUnread)
            ?? pageTimer.action(.page, isWanted: isPaused && watch != nil)
    }

    /// Whether a line has begun that the client still has to end.
    var awaitsLine: Bool {
        guard case .open = life, case .open = intake else { return false }
        return framer.isInsideLine
    }

    /// Whether the client leaves something unread that the connection, or its user's others, wait
    /// for.
    var leavesUnread: Bool { unsent.writes > 0 && (!isWritable || !hasShare || isDone) }

    private mutating func nextRead() -> Action? {
        guard isReadWanted, lines.isEmpty, work.isNone, isWritable, hasShare,
            replies.count < LedgerLimits.pendingRepliesMax, replies.bytes < limits.unreadBytesMax
        else { return nil }
        isReadWanted = false
        return .read
    }

    /// Whether everything was answered and nothing more will come.
    private var isDone: Bool {
        switch intake {
        case .open, .refused: false
        case .ended, .closed:
            work.isNone && lines.isEmpty && replies.isEmpty && gathered == 0 && watch == nil
        }
    }
}
