import NIOCore
import SupportWire

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
