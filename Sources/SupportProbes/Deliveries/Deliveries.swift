import SupportLink
import SupportModel
import SupportSystem

/// The deliveries of notices that a worker makes, a few at a time.
///
/// Belongs to the worker's thread.
final class Deliveries {
    /// What runs, and the reports of what has ended.
    let work: ThreadedWork<DeliveryReport>
    private let key: HandoverKey

    /// No deliveries; throws when the process has no descriptors left.
    ///
    /// - Parameter key: what the desk seals passwords with.
    init(key: HandoverKey) throws(EngineFault) {
        self.key = key
        work = try ThreadedWork("preparing deliveries")
    }

    /// Begins a delivery; returns its report where it cannot begin.
    func start(_ order: DeliveryOrder) -> DeliveryReport? {
        guard work.running < ProbeLimits.deliveriesMax else {
            return DeliveryReport(
                number: order.number,
                .failed("this worker delivers \(ProbeLimits.deliveriesMax) notices already"))
        }
        let delivery = Delivery(order, key: key)
        let number = order.number
        do {
            try work.start("delivery") { DeliveryReport(number: number, delivery.run()) }
        } catch {
            return DeliveryReport(number: number, .failed("\(error)"))
        }
        return nil
    }
}
