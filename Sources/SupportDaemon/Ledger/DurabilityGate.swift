/// Knows how far the journal is durable, and wakes the connections that wait for it.
///
/// Lives on the event loop and is touched nowhere else.
final class DurabilityGate {
    /// The last record that is safe on the disk.
    private(set) var durable: UInt64
    private var waiting: [ObjectIdentifier: any GateWaiter] = [:]

    init(durable: UInt64) {
        self.durable = durable
    }

    /// Wakes a waiter, once, when the journal is durable beyond what it is now.
    func wait(_ waiter: any GateWaiter) {
        waiting[ObjectIdentifier(waiter)] = waiter
    }

    /// Forgets a waiter that has gone.
    func forget(_ waiter: any GateWaiter) {
        waiting[ObjectIdentifier(waiter)] = nil
    }

    /// Notes that the journal is durable up to a record and wakes all that wait.
    func advance(to sequence: UInt64) {
        guard sequence > durable else { return }
        durable = sequence
        let woken = waiting
        waiting.removeAll(keepingCapacity: true)
        for waiter in woken.values { waiter.journalAdvanced() }
    }
}

/// Somebody who waits for the journal.
protocol GateWaiter: AnyObject {
    /// More is durable now; whoever still waits must say so again.
    func journalAdvanced()
}
