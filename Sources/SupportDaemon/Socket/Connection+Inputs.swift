package import SupportModel
package import SupportWire
import SupportSystem

/// What happens to a connection.
extension Connection {
    /// The connection stands: it is greeted with how far the journal is durable, and what time it is.
    package mutating func opened(durable sequence: UInt64, at now: Instant? = nil) {
        guard case .new = life else { return }
        life = .open
        durable = max(durable, sequence)
        let hello = Hello(release: Release.version, protocol: .current, seq: durable, now: now)
        replies.append(ReplyLine.notification(Hello.method, ReplyLine.encoded(hello)), after: 0)
    }

    /// The connection has ended, whoever ended it. What it held is gone.
    package mutating func closed() {
        life = .closed
        framer.forget()
        lines = WaitingLines()
        watch = nil
        replies = PendingReplies()
        gathered = 0
        unsent = (0, 0)
    }

    /// Something is wrong with the socket.
    package mutating func failed() {
        switch life {
        case .new, .open: life = .failed
        case .failed, .closing, .closed: return
        }
    }

    // MARK: The client

    /// Bytes came, cut anywhere.
    ///
    /// - Parameter lineBytesMax: how long a line may become that begins with these bytes.
    package mutating func received(
        _ bytes: some Collection<UInt8>,
        lineBytesMax: (ArraySlice<UInt8>) throws(WireError) -> Int
    ) {
        guard case .open = life, case .open = intake else { return }
        do {
            let ended = try Self.take(bytes, &framer, &lines, lineBytesMax)
            if ended { lineTimer.restart() }
        } catch {
            refuse(error)
        }
    }

    /// Takes bytes in; true when they ended a line.
    private static func take(
        _ bytes: some Collection<UInt8>, _ framer: inout LineFramer, _ lines: inout WaitingLines,
        _ lineBytesMax: (ArraySlice<UInt8>) throws(WireError) -> Int
    ) throws(WireError) -> Bool {
        var ended = false
        var refusal: WireError?
        do {
            try framer.take(
                bytes,
                longer: { start in
                    do throws(WireError) {
                        return try lineBytesMax(start)
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
            throw refusal ?? .lineTooLong(bytesMax: error.bytesMax)
        }
        return ended
    }

    /// The desk stops: what was taken in is still answered, then the client is told that nothing
    /// else was done.
    package mutating func deskStops() {
        guard case .open = intake else { return }
        switch life {
        case .new, .open: refuse(.stopping)
        case .failed, .closing, .closed: return
        }
    }

    /// The client has sent all that it will; it may still wait for its answers.
    package mutating func inputEnded() {
        guard case .open = life, case .open = intake else { return }
        intake = .ended
        framer.forget()
    }

    /// The unfinished lines of several connections hold too much, and this one's has to go.
    package mutating func tooMuchIsUnfinished(bytesMax: Int) {
        framer.forget()
        guard case .open = life, case .open = intake else { return }
        refuse(.unfinishedLines(bytesMax: bytesMax))
    }

    private mutating func refuse(_ error: WireError) {
        intake = .refused(error)
        framer.forget()
    }

    /// A read is asked for; `read` is given out when there is room for what it brings.
    package mutating func readWanted() { isReadWanted = true }

    /// The socket has taken what a `flush` gave it.
    package mutating func flushed(_ count: Int) {
        guard unsent.writes > 0 else { return }
        unsent.writes -= 1
        unsent.bytes -= count
        // The client reads, if slowly.
        unreadTimer.restart()
    }

    /// A deadline's time is over.
    package mutating func fired(_ deadline: Deadline) {
        switch deadline {
        case .line:
            // Where it is the desk that does not read, the line gets its whole time again.
            guard lineTimer.fire(), awaitsLine, !isReadWanted else { return }
            refuse(.lineTimedOut(seconds: limits.lineSecondsMax))
        case .unread: if unreadTimer.fire(), leavesUnread { failed() }
        case .page: if pageTimer.fire() { isPaused = false }
        }
    }

    // MARK: The ledger and the threads

    /// It is the connection's turn on the event loop.
    package mutating func turnCame() {
        if case .waiting = turn { turn = .taken(room: LedgerLimits.turnWeightMax) }
    }

    /// The ledger made this of the request that it was given.
    package mutating func answered(_ outcome: Outcome) {
        guard case .asked(let id) = work else { return }
        work = .none
        guard case .open = life else { return }
        switch outcome {
        case .reply(let result, let sequence):
            replies.append(ReplyLine.result(id, seq: sequence, result), after: sequence)
        case .error(let error, let sequence):
            replies.append(ReplyLine.error(id, error), after: sequence)
        case .later(let errand): work = .wanted(.errand(errand, id))
        case .suspended(let suspension): work = .suspending(suspension, id)
        case .watch(let begun):
            watch = begun
            let since = begun.sent
            let reply = ReplyLine.encoded(
                EventsWatch.Reply(since: since, contract: begun.contract))
            replies.append(ReplyLine.result(id, seq: since, reply), after: since)
        }
    }

    /// Another thread has done what a suspended request waits for, or took too long.
    package mutating func resumed(_ resumption: @escaping SuspendedRequest.Resumption) {
        guard case .suspended(let suspension, let id) = work else { return }
        work = .resuming(suspension.resumed(by: resumption), id)
    }

    /// A thread is free for what waits for one; false where nothing does.
    package mutating func threadCame() -> Bool {
        guard case .queued(let job) = work else { return false }
        work = .called(job)
        return true
    }

    /// The ledger has begun the errand that it was given.
    package mutating func began(_ begun: Errand.Begun) {
        guard case .beginning(let id, let cost) = work else { return }
        work = .begun(begun, id, cost)
    }

    /// A thread has done the work that it was asked for.
    package mutating func errandEnded(_ end: Errand.End) {
        guard case .running(let sequence, let id) = work else { return }
        work = .none
        guard case .open = life else { return }
        switch end {
        case .line(let line): replies.append(line, after: sequence)
        case .resume(let request): work = .resuming(request, id)
        }
    }

    /// A thread has read the page that it was asked for, or could not.
    package mutating func pageRead(_ reading: Watch.Page.Reading) {
        guard case .reading = work else { return }
        work = .none
        guard watch != nil else { return }
        switch reading {
        case .lines(let page):
            watch?.took(page)
            if !page.lines.isEmpty { replies.append(page.lines, after: page.after) }
        case .later:
            watch?.putBack()
            isPaused = true
        case .failed(let error):
            // It takes no more requests, and those that have come must not be run instead.
            lines = WaitingLines()
            refuse(error)
        }
    }

    // MARK: What holds outside

    /// The journal is durable up to a record. Ends the waiting that `awaitJournal` began.
    package mutating func journalAdvanced(to sequence: UInt64) {
        durable = max(durable, sequence)
        asksForJournal = false
    }

    /// The socket takes more, or takes no more for now.
    package mutating func writabilityChanged(to isWritable: Bool) { self.isWritable = isWritable }

    /// The connections of the user hold little enough together to make more answers, or too much.
    package mutating func shareChanged(hasRoom: Bool) { hasShare = hasRoom }

    /// There is room again for which `awaitRoom` waited.
    package mutating func roomCame() { asksForRoom = false }
}
