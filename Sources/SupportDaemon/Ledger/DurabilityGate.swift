/// Keeps how far the journal is durable, and notifies the connections that wait for it.
///
/// Used on the event loop only.
final class DurabilityGate {
    /// The last durable record.
    private(set) var durable: UInt64
    private var waiting: [ObjectIdentifier: any GateWaiter] = [:]

    init(durable: UInt64) {
        self.durable = durable
    }

    /// Notifies a waiter once, when the journal is durable beyond the present record.
    func wait(_ waiter: any GateWaiter) {
        waiting[ObjectIdentifier(waiter)] = waiter
    }

    /// Removes a waiter.
    func forget(_ waiter: any GateWaiter) {
        waiting[ObjectIdentifier(waiter)] = nil
    }

    /// Notes that the journal is durable up to a record and notifies all waiters.
    func advance(to sequence: UInt64) {
        guard sequence > durable else { return }
        durable = sequence
        let woken = waiting
        waiting.removeAll(keepingCapacity: true)
        for waiter in woken.values { waiter.journalAdvanced() }
    }
}

/// An object that waits for the journal.
protocol GateWaiter: AnyObject {
    /// More records are durable; to wait further, the object has to call `wait` again.
    func journalAdvanced()
}
