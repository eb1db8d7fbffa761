import SupportSystem

/// What the committing thread does: take a batch, write it, say so, again.
struct CommitLoop: Sendable {
    let journal: Journal
    let queue: GuardedState<CommitQueue>
    let demand: GuardedState<SpareDemand>
    let onDurable: @Sendable (Int) -> Void
    let onFault: @Sendable (StoreFault) -> Void

    /// Runs until the queue is closed and empty, or until the journal ends with a fault.
    func run() {
        var journal = journal
        while let batch = nextBatch() {
            do throws(StoreFault) {
                try commit(batch, &journal)
            } catch {
                queue.change { $0.fault = $0.fault ?? error }
            }
        }
        demand.change { $0.isOver = true }
        if let fault = queue.withLock({ $0.fault }) { onFault(fault) }
    }

    /// Waits for records; nil at the end. After a fault nothing that waits is written.
    private func nextBatch() -> CommitQueue.Batch? {
        queue.wait { queue -> CommitQueue.Batch?? in
            if queue.fault != nil { return .some(nil) }
            if !queue.waiting.lengths.isEmpty { return queue.takeBatch() }
            return queue.isClosing ? .some(nil) : nil
        } ?? nil
    }

    private func commit(
        _ batch: CommitQueue.Batch, _ journal: inout Journal
    ) throws(StoreFault) {
        var start = 0
        var settled = 0
        for (number, length) in batch.lengths.enumerated() {
            if !journal.fits(recordBytes: length) {
                try finish(batch, settled..<number, &journal)
                settled = number
                try rotate(&journal)
            }
            try journal.append(batch.texts[start..<(start + length)])
            start += length
        }
        try finish(batch, settled..<batch.lengths.count, &journal)
    }

    private func finish(
        _ batch: CommitQueue.Batch, _ records: Range<Int>, _ journal: inout Journal
    ) throws(StoreFault) {
        if records.isEmpty { return }
        try journal.commit()
        let room = journal.room
        queue.withLock { $0.settle(batch, records: records, segmentRoom: room) }
        onDurable(journal.durableSequence)
        journal.markDurable()
    }

    private func rotate(_ journal: inout Journal) throws(StoreFault) {
        guard let spare = queue.change({ $0.takeSpare() }) else {
            throw StoreFault(
                doing: "write the journal", file: "journal",
                cause: .misused("more was submitted than canAccept had promised"))
        }
        try journal.rotate(into: spare)
        demand.change { $0.isWanted = true }
    }
}
