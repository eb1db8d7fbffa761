/// A place in the working order, and why it is that place.
package struct QueuePlace: Hashable, Sendable {
    /// The ticket that stands there.
    package var ticket: Ticket
    /// 1 is next.
    package var rank: Int
    /// `package, level 2, waiting 3h`.
    package var reason: String
}

extension State {
    /// The live tickets in working order: package before on demand (R4), then level, then age.
    package func queue(at now: Instant) -> [QueuePlace] {
        let live = liveTickets.compactMap { tickets[$0] }
        let sorted = live.sorted { left, right in
            let (leftOnDemand, rightOnDemand) = (left.contract == nil, right.contract == nil)
            if leftOnDemand != rightOnDemand { return rightOnDemand }
            if left.level != right.level { return left.level < right.level }
            if left.openedAt != right.openedAt { return left.openedAt < right.openedAt }
            return left.number < right.number
        }
        return sorted.enumerated().map { place, ticket in
            QueuePlace(ticket: ticket, rank: place + 1, reason: ticket.rankReason(at: now))
        }
    }
}

extension Ticket {
    /// Why the ticket stands where it stands.
    fileprivate func rankReason(at now: Instant) -> String {
        let payer = contract == nil ? "on demand" : "package"
        let age = Minutes(Int(max(0, now.milliseconds(since: openedAt)) / 60_000))
        return "\(payer), level \(level.rawValue), waiting \(age)"
    }
}
