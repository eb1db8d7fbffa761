import NIOCore
import SupportLink
import SupportModel
import SupportSystem

/// The deliveries of notices that the connected worker was asked for and has not reported yet.
///
/// Confined to the event loop. A delivery is ordered once the record that it begins is durable, so that
/// no number of a notice is used twice. One whose result is not known, as the worker or the desk ended,
/// is made again: a notice is delivered at least once, always with the same identifier.
final class WorkerNotices: GateWaiter {
    private let ledger: Ledger
    private let gate: DurabilityGate
    private let loop: any EventLoop
    private var connection: WorkerConnection?
    private var key: String?
    private var running: [Int: Running] = [:]
    /// Whether the gate was asked to say when the first of the orders that are held is durable.
    private var awaitsJournal = false
    /// Orders whose record is not durable yet, in order.
    private var held: [(after: UInt64, order: DeliveryOrder)] = []
    private var last = 0
    private var wake: Scheduled<Void>?
    private var isPumpScheduled = false

    /// A delivery that was ordered.
    private struct Running {
        let notice: Identifier<Notice>
        let route: Name<NoticeRoute>
        /// When a report of it is not expected any more, in milliseconds on the boot clock.
        let until: Int64
    }

    init(ledger: Ledger, gate: DurabilityGate, loop: any EventLoop) {
        (self.ledger, self.gate, self.loop) = (ledger, gate, loop)
    }

    /// Orders what is due from a worker that has just connected.
    func workerCame(_ newcomer: WorkerConnection, key: String?) {
        (connection, self.key) = (newcomer, key)
        schedulePump()
    }

    /// Ends all deliveries: their worker is gone, and what became of them is not known.
    ///
    /// - Parameter isStopping: whether the desk stops; the next one then makes them again.
    func workerLeft(isStopping: Bool) {
        (connection, key) = (nil, nil)
        let left = running.values.map(\.notice).sorted()
        (running, held) = ([:], [])
        wake?.cancel()
        guard !isStopping else { return }
        for notice in left { end(notice, .failed("the worker ended before it reported")) }
    }

    /// Records what a worker reports, and orders what is due then.
    func ended(_ report: DeliveryReport) {
        guard let ran = running.removeValue(forKey: report.number) else { return }
        end(ran.notice, report.end)
        schedulePump()
    }

    /// Looks for what is due, soon and once.
    func schedulePump() {
        guard !isPumpScheduled, connection != nil else { return }
        isPumpScheduled = true
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.execute {
            bound.value.isPumpScheduled = false
            bound.value.pump()
        }
    }

    /// Orders what is due, and sees to being called when more is.
    private func pump() {
        guard connection != nil else { return }
        endLost()
        let now = ledger.assumeIsolated { $0.clock.now }
        let (ready, next) = ledger.assumeIsolated { ledger in
            ledger.state.noticesToSend(at: now, ledger.settings.notices, ledger.settings.calendar)
        }
        var wait = next.map { max(0, $0.milliseconds(since: now)) }
        for notice in ready {
            guard running.count < LedgerLimits.deliveriesMax else { break }
            let ofRoute = running.values.count { $0.route == notice.route }
            guard ofRoute < LedgerLimits.deliveriesOfRouteMax else { continue }
            if !begin(notice.number) { wait = min(wait ?? 5_000, 5_000) }
        }
        ledger.assumeIsolated { $0.noticesWake = next }
        scheduleNext(running.isEmpty ? wait : min(wait ?? 30_000, 30_000))
        sendDurable()
    }

    /// Ends what was begun and runs nowhere: before the desk's start, or too long ago.
    private func endLost() {
        let now = BootClock.milliseconds
        for (number, late) in running where late.until < now {
            running[number] = nil
            end(late.notice, .failed("the worker did not report in time"))
        }
        let known = Set(running.values.map(\.notice))
        let begun = ledger.assumeIsolated { Array($0.state.outbox.sending) }
        for notice in begun.sorted() where !known.contains(notice) {
            end(notice, .failed("the desk ended before the result was known"))
        }
    }

    /// Records that a delivery begins, and holds its order until that is durable; false where it could
    /// not be recorded.
    private func begin(_ number: Identifier<Notice>) -> Bool {
        let key = key
        let begun = ledger.assumeIsolated { $0.beginDelivery(of: number, handoverKey: key) }
        guard let begun else { return false }
        switch begun.means {
        case .failure(let obstacle): end(number, obstacle.end)
        case .success(let means):
            last += 1
            running[last] = Running(
                notice: number, route: begun.route,
                until: BootClock.milliseconds + Int64(begun.timeoutMilliseconds)
                    + LedgerLimits.deliveryGraceMilliseconds)
            held.append(
                (
                    begun.after,
                    DeliveryOrder(
                        number: last, means: means,
                        timeoutMilliseconds: begun.timeoutMilliseconds)
                ))
        }
        return true
    }

    private func end(_ notice: Identifier<Notice>, _ end: DeliveryEnd) {
        ledger.assumeIsolated { $0.endDelivery(of: notice, end) }
    }

    private func sendDurable() {
        while let first = held.first, first.after <= gate.durable {
            held.removeFirst()
            // Few at a time, so that what waits for the socket is bounded.
            connection?.deliver(.deliver(first.order))
        }
        guard let first = held.first, !awaitsJournal else { return }
        awaitsJournal = true
        gate.wait(self, beyond: first.after - 1)
    }

    func journalAdvanced() {
        awaitsJournal = false
        sendDurable()
    }

    /// Calls again after a time in milliseconds; nil: only when something happens.
    private func scheduleNext(_ wait: Int64?) {
        wake?.cancel()
        guard let wait else { return }
        // The wall clock may be set, and the host may sleep: no longer than this.
        let pause = TimeAmount.milliseconds(min(max(wait, 10), 30_000))
        wake = loop.assumeIsolated().scheduleTask(in: pause) { [weak self] in self?.pump() }
    }
}
