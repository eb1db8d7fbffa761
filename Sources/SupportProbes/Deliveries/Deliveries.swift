import SupportLink
import SupportModel
import SupportSystem

/// The deliveries of notices that a worker makes, a few at a time, each on a thread of its own.
///
/// Belongs to the worker's thread. One that the desk asked for before it went away goes on to its end,
/// and its report is dropped: the next desk asks again.
final class Deliveries {
    /// Ready for reading when a delivery has ended.
    let wakeUp: WakeUp
    private let key: HandoverKey
    private let ended = GuardedState<[Ended]>([])
    private var running = 0
    /// Which connection to a desk it is; numbers of orders begin anew with each.
    private var connection = 0

    /// A report, and the connection on which it was asked for.
    private struct Ended: Sendable {
        let connection: Int
        let report: DeliveryReport
    }

    /// No deliveries; throws when the process has no descriptors left.
    ///
    /// - Parameter key: what the desk seals passwords with.
    init(key: HandoverKey) throws(EngineFault) {
        self.key = key
        do {
            wakeUp = try WakeUp()
        } catch {
            throw EngineFault(doing: "preparing deliveries", cause: "\(error)")
        }
    }

    /// Begins a delivery; returns its report where it cannot begin.
    func start(_ order: DeliveryOrder) -> DeliveryReport? {
        guard running < ProbeLimits.deliveriesMax else {
            return DeliveryReport(
                number: order.number,
                .failed("this worker delivers \(ProbeLimits.deliveriesMax) notices already"))
        }
        let delivery = Delivery(order, key: key)
        let (number, connection, ended, wakeUp) = (order.number, connection, ended, wakeUp)
        do {
            _ = try WorkerThread(name: "delivery") {
                let report = DeliveryReport(number: number, delivery.run())
                ended.change { $0.append(Ended(connection: connection, report: report)) }
                wakeUp.signal()
            }
        } catch {
            return DeliveryReport(number: number, .failed("\(error)"))
        }
        running += 1
        return nil
    }

    /// Takes the reports of deliveries that have ended and that the present desk has asked for.
    func takeEnded() -> [DeliveryReport] {
        guard running > 0 else { return [] }
        wakeUp.drain()
        let all = ended.withLock { ended in
            defer { ended = [] }
            return ended
        }
        running -= all.count
        return all.filter { $0.connection == connection }.map(\.report)
    }

    /// Forgets what a desk that is gone has asked for.
    func deskLeft() { connection += 1 }
}
