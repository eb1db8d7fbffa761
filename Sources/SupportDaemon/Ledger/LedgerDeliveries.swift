import SupportLink
import SupportModel

/// A delivery whose beginning was recorded.
struct BegunDelivery {
    let route: Name<NoticeRoute>
    /// What the worker is to do, or why that cannot be told.
    let means: Result<DeliveryMeans, DeliveryMaking.Obstacle>
    let timeoutMilliseconds: Int
    /// The record that must be durable before the worker is told.
    let after: UInt64
}

/// Records the deliveries of notices.
extension Ledger {
    /// Subscribes to notices that may be due; replaces an earlier subscriber. It is called on the event
    /// loop and must not call back.
    package func subscribeToNotices(_ notify: @escaping @Sendable () -> Void) { onNotices = notify }

    /// Records that the delivery of a notice begins; nil where that cannot be stored or it is not due.
    func beginDelivery(of number: Identifier<Notice>, handoverKey: String?) -> BegunDelivery? {
        do {
            guard try !perform(SendNotice(number)).isEmpty,
                let notice = state.outbox.notices[number]
            else { return nil }
            let making = DeliveryMaking(
                rules: settings.notices, settings: settings.deliveries, key: handoverKey,
                now: clock.now)
            return BegunDelivery(
                route: notice.route,
                means: Result { () throws(DeliveryMaking.Obstacle) in
                    try making.means(notice)
                },
                timeoutMilliseconds: settings.deliveries.timeoutMilliseconds,
                after: state.sequence)
        } catch {
            note("the delivery of a notice could not be recorded", error)
            return nil
        }
    }

    /// Records how a delivery ended. One that cannot be recorded is made again.
    func endDelivery(of number: Identifier<Notice>, _ end: DeliveryEnd) {
        do {
            let events = try perform(EndNotice(number, end))
            guard let given = events.lazy.compactMap({ $0.body as? NoticeGivenUp }).first else {
                return
            }
            logger.warning(
                "a notice was given up",
                metadata: [
                    "notice": "\(number)", "cause": "\(given.summary)",
                    "hint": "supportc notice list --dead",
                ])
        } catch {
            note("the end of a delivery could not be recorded", error)
        }
    }

    /// Has the subscriber look where events have made a notice due, or may have.
    func announceNotices(_ events: [Event]) {
        let mayBeDue = events.contains { event in
            event.body is NoticeQueued || event.body is NoticeFailed || event.body is NoticeRetried
                || event.body is NoticeDelivered || event.body is NoticeWithdrawn
        }
        if mayBeDue { onNotices?() }
    }

    /// Has the subscriber look where the time has come for a notice.
    func announceNoticesDue() {
        guard let wake = noticesWake, wake <= clock.now else { return }
        noticesWake = nil
        onNotices?()
    }
}
