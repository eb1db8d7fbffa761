import DequeModule

/// Keeps how far the journal is durable, and notifies the connections that wait for it.
///
/// Used on the event loop only. A commit notifies those alone whose record it was: with many connections
/// that each wait for a record of their own, all of them would else be gone through with every commit.
final class DurabilityGate {
    /// The last durable record.
    private(set) var durable: UInt64
    /// Who waits, and for a record beyond which one; the lowest first.
    private var waiting: Deque<(beyond: UInt64, waiter: any GateWaiter)> = []

    init(durable: UInt64) {
        self.durable = durable
    }

    /// Notifies a waiter once, when the journal is durable beyond a record.
    func wait(_ waiter: any GateWaiter, beyond sequence: UInt64) {
        // Who waits last waits mostly for the newest record.
        var place = waiting.endIndex
        while place > waiting.startIndex, waiting[place - 1].beyond > sequence { place -= 1 }
        waiting.insert((sequence, waiter), at: place)
    }

    /// Removes a waiter.
    func forget(_ waiter: any GateWaiter) {
        waiting.removeAll { $0.waiter === waiter }
    }

    /// Notes that the journal is durable up to a record and notifies those that waited for it.
    func advance(to sequence: UInt64) {
        guard sequence > durable else { return }
        durable = sequence
        // Who is notified may wait again, for a later record.
        let woken = waiting.prefix { $0.beyond < sequence }
        waiting.removeFirst(woken.count)
        for (_, waiter) in woken { waiter.journalAdvanced() }
    }
}

/// An object that waits for the journal.
protocol GateWaiter: AnyObject {
    /// The record that was waited for is durable; to wait further, the object has to call `wait` again.
    func journalAdvanced()
}
