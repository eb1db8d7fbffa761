import SupportSystem

/// Makes records durable, many with one sync: while one batch is being written, the next one
/// collects.
///
/// It owns the writing end of the journal on a thread of its own; another thread keeps the next
/// segment prepared. A failed write or sync is final: after it nothing is written, retried or
/// acknowledged, because the content of the disk is unknown. A full disk is not such a failure: it
/// can only occur while a segment is prepared, and `canAccept` is false until one is.
package final class GroupCommitter: Sendable {
    private let queue: GuardedState<CommitQueue>
    private let demand = GuardedState(SpareDemand())
    private let committing: WorkerThread
    private let preparing: WorkerThread

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - onDurable: called with every durable sequence, in order; all before it are durable too.
    ///   - onFault: called once, when the journal has ended with a fault.
    init(
        _ journal: Journal, _ storage: any Storage, _ shape: StoreShape,
        onDurable: @escaping @Sendable (UInt64) -> Void,
        onFault: @escaping @Sendable (StoreFault) -> Void
    ) throws(SystemFault) {
        let queue = GuardedState(
            CommitQueue(
                nextSequence: journal.durableSequence + 1, segmentRoom: journal.room, shape: shape))
        self.queue = queue
        let demand = demand
        let preparation = SparePreparation(
            storage: storage, shape: shape, queue: queue, demand: demand)
        // Otherwise records would be refused at the start until the spare is prepared.
        if journal.room < shape.lineBytesMax { preparation.attempt() }
        let loop = CommitLoop(
            journal: journal, queue: queue, demand: demand, onDurable: onDurable, onFault: onFault)
        committing = try WorkerThread(name: "journal-commit") { loop.run() }
        do throws(SystemFault) {
            preparing = try WorkerThread(name: "journal-spare") { preparation.run() }
        } catch {
            queue.change { $0.isClosing = true }
            committing.join()
            throw error
        }
    }

    deinit { close() }

    /// Whether records of this many bytes of text can certainly be made durable; to be called
    /// before its events are applied, and `submit` only after true.
    ///
    /// False while the disk is full, while too much waits for it, and after a fault. Between a call
    /// that returns true and its `submit`, no other caller may submit.
    package func canAccept(recordBytes: Int, records: Int = 1) -> Bool {
        queue.withLock { $0.takes(recordBytes: recordBytes, records: records) }
    }

    /// Why the next segment could not be prepared: the disk is full or refuses. Nil when it is
    /// prepared or no attempt has ended. Attempts are repeated, see `StoreShape.spareRetry`.
    package var spareFault: StoreFault? { queue.withLock { $0.spareFault } }

    /// Whether so much waits for the disk that other work should leave it alone.
    package var isPressed: Bool { queue.withLock { $0.isPressed } }

    /// Has an attempt that failed repeated soon, within about a second, instead of at the next time.
    package func retrySoon() {
        if spareFault != nil { demand.change { $0.isRetryWanted = true } }
    }

    /// Queues the text of one record, a JSON object that begins `{"seq":<sequence>`; sequences have
    /// no gaps.
    ///
    /// False when it was not queued: after a fault or `close`, or for a wrong sequence, which is a
    /// defect of the caller and ends the journal like a failed write.
    @discardableResult
    package func submit(_ record: some Collection<UInt8>, sequence: UInt64) -> Bool {
        queue.change { queue in
            guard queue.isOpen else { return false }
            guard sequence == queue.nextSequence else {
                queue.isClosing = true
                queue.fault = Self.outOfOrder(sequence, expected: queue.nextSequence)
                return false
            }
            queue.add(record)
            return true
        }
    }

    private static func outOfOrder(_ sequence: UInt64, expected: UInt64) -> StoreFault {
        StoreFault(
            doing: "write the journal", file: "journal",
            cause: .misused("record \(sequence) was submitted where \(expected) must come"))
    }

    /// Makes durable what was submitted, ends the threads and waits for them.
    ///
    /// Does not wait when called from one of its own closures.
    package func close() {
        queue.change { $0.isClosing = true }
        committing.join()
        preparing.join()
    }
}

/// The loop of the committing thread: takes a batch, writes and syncs it, reports it.
struct CommitLoop: Sendable {
    let journal: Journal
    let queue: GuardedState<CommitQueue>
    let demand: GuardedState<SpareDemand>
    let onDurable: @Sendable (UInt64) -> Void
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

    /// Waits for records; nil at the end. After a fault, waiting records are not written.
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
