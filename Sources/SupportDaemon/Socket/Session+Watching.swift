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
            desk.lanes.run(lane, { try? page.read(log) }) { read in
                self.errand = .none
                self.tell(read)
            }
        }
    }

    /// Tells a page that was read; where it could not be, the connection ends.
    private func tell(_ read: Watch.Page.Lines?) {
        guard let read else {
            context?.close(promise: nil)
            return
        }
        guard watch != nil else { return endIfDone() }
        watch?.took(read)
        send(read.lines)
        stream()
    }
}
