import SupportSystem

/// What the committing thread tells the preparing thread.
///
/// Apart from the queue, so that queueing a record does not wake the preparing thread.
struct SpareDemand: Sendable {
    /// Whether a spare must be prepared: at the start, and whenever one was taken.
    var isWanted = true
    /// Whether no more spares will ever be wanted.
    var isOver = false
}

/// What the preparing thread does: keep one segment ready, and keep trying while the disk is full
/// or refuses.
struct SparePreparation: Sendable {
    let storage: any Storage
    let shape: StoreShape
    let queue: GuardedState<CommitQueue>
    let demand: GuardedState<SpareDemand>

    /// Runs until nothing is wanted any more.
    func run() {
        while waitUntilWanted() {
            if !attempt() { waitForRetry() }
        }
    }

    /// Prepares a segment once; false when it failed, and then `spareFault` says why.
    @discardableResult
    func attempt() -> Bool {
        do throws(StoreFault) {
            let spare = try SpareSegment.prepare(shape.segmentBytes, in: storage)
            demand.withLock { $0.isWanted = false }
            queue.change { $0.offer(spare) }
            return true
        } catch {
            queue.change { $0.spareFault = error }
            return false
        }
    }

    private func waitUntilWanted() -> Bool {
        demand.wait { demand -> Bool? in
            if demand.isOver { return false }
            return demand.isWanted ? true : nil
        } ?? false
    }

    private func waitForRetry() {
        _ = demand.wait(atMost: shape.spareRetry) { $0.isOver ? true : nil }
    }
}
