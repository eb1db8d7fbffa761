import SupportDaemon
import SupportStore
import SupportSystem
import Testing

/// The orders that a running desk receives from outside, and what it waits for.
struct DeskOrdersTests {
    private func fault(_ reason: String) -> StoreFault {
        StoreFault(doing: "write the journal", file: "journal", cause: .damaged(reason))
    }

    @Test("the same twice is once, and an end goes before a reload")
    func merged() throws {
        let orders = DeskOrders()
        orders.give(.reload)
        orders.give(.reload)
        #expect(orders.next() == .reload)
        orders.give(.reload)
        orders.give(.stop)
        #expect(orders.next() == .stop)
        #expect(orders.next() == .stop, "it is never un-asked")
    }

    @Test("of several failures the first is reported, before everything else")
    func failures() {
        let orders = DeskOrders()
        #expect(orders.failure == nil)
        orders.give(.stop)
        orders.give(.fail(fault("first")))
        orders.give(.fail(fault("second")))
        #expect(orders.failure == fault("first"))
        #expect(orders.next() == .fail(fault("first")))
    }

    @Test("who waits is woken by what is ordered")
    func woken() throws {
        let (orders, seen) = (DeskOrders(), GuardedState<DeskOrders.Order?>(nil))
        let waiting = try WorkerThread(name: "waiting") {
            let next = orders.next()
            seen.change { $0 = next }
        }
        orders.give(.reload)
        #expect(seen.wait(atMost: .seconds(20)) { $0 } == .reload)
        waiting.join()
    }

    @Test("a snapshot's thread is woken once for all the records that it waits for")
    func snapshots() throws {
        let demand = SnapshotDemand(durable: 5)
        #expect(demand.wait(for: 5), "that is durable already")
        let reached = GuardedState(false)
        let waiting = try WorkerThread(name: "waiting") {
            let isReached = demand.wait(for: 1000)
            reached.change { $0 = isReached }
        }
        for sequence in UInt64(6)...999 { demand.advance(to: sequence) }
        #expect(demand.wakes == 0)
        // It may not wait yet: then what it finds is enough.
        demand.advance(to: 1000)
        #expect(reached.wait(atMost: .seconds(20)) { $0 ? true : nil } == true)
        #expect(demand.wakes <= 1)
        waiting.join()
        demand.end()
        #expect(!demand.wait(for: 2000))
    }
}
