import NIOCore

/// Telling answers when they are durable, no faster than the client takes them.
extension Session {
    /// Waits until a record is durable, then does `afterDurable`.
    func waitFor(_ sequence: UInt64) {
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
    func hold(_ line: [UInt8], after sequence: UInt64) {
        replies.append(line, after: sequence)
        share.take(line.count)
    }

    /// Sends what may be sent, in parts that the socket takes; true when there was something.
    @discardableResult
    func flushReady() -> Bool {
        guard !isFlushing, !replies.isEmpty else { return false }
        isFlushing = true
        var hasTold = false
        while let context, context.channel.isWritable, let part = nextPart(context) {
            write(part, context)
            hasTold = true
        }
        isFlushing = false
        if replies.isWaiting(durable: desk.gate.durable) { desk.gate.wait(self) }
        readOn()
        endIfDone()
        return hasTold
    }

    private func nextPart(_ context: ChannelHandlerContext) -> ByteBuffer? {
        var part: ByteBuffer?
        var room = LedgerLimits.flushBytesMax
        while room > 0, let line = replies.next(durable: desk.gate.durable, bytesMax: room) {
            if part == nil { part = context.channel.allocator.buffer(capacity: line.count) }
            part?.writeBytes(line)
            room -= line.count
        }
        return part
    }

    /// Sends lines that wait for nothing.
    func send(_ bytes: [UInt8]) {
        guard let context, !bytes.isEmpty else { return }
        share.take(bytes.count)
        write(context.channel.allocator.buffer(bytes: bytes), context)
    }

    /// Hands bytes over to the socket and counts them until it has taken them.
    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
        let count = bytes.readableBytes
        unsent.writes += 1
        unsent.bytes += count
        let taken = context.eventLoop.makePromise(of: Void.self)
        taken.futureResult.assumeIsolated().whenComplete { _ in self.took(count) }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: taken)
        if !share.hasRoom { limitUnread() }
    }

    private func took(_ count: Int) {
        // After the end all that was unsent was counted back at once.
        guard unsent.writes > 0 else { return }
        unsent.writes -= 1
        unsent.bytes -= count
        share.give(count)
        if unreadDeadline != nil {
            // It reads, if slowly.
            endUnreadDeadline()
            let isWritable = context?.channel.isWritable ?? false
            if !isWritable || isEnding || !share.hasRoom { limitUnread() }
        }
        endIfDone()
    }

    // MARK: Clients that do not read

    /// Ends the connection when the client leaves its answers unread for too long.
    func limitUnread() {
        guard unreadDeadline == nil, unsent.writes > 0, let context else { return }
        let patience = TimeAmount.seconds(Int64(desk.limits.unreadSecondsMax))
        unreadDeadline = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
            self.unreadDeadline = nil
            self.context?.close(promise: nil)
        }
    }

    /// Notes that the client has taken what there was.
    func endUnreadDeadline() {
        unreadDeadline?.cancel()
        unreadDeadline = nil
    }
}

extension Session: GateWaiter {
    func journalAdvanced() {
        runIfDurable()
        goOn()
        stream()
    }
}
