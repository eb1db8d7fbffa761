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
    /// The first places of the working order, of the tickets that match.
    ///
    /// - Parameter countMax: how many at most; it costs no more than it gives where all match.
    package func queue(
        at now: Instant, countMax: Int = .max, where matches: (Ticket) -> Bool = { _ in true }
    ) -> [QueuePlace] {
        var places: [QueuePlace] = []
        var rank = 0
        for number in working.tickets {
            guard places.count < countMax else { break }
            rank += 1
            guard let ticket = tickets[number], matches(ticket) else { continue }
            places.append(
                QueuePlace(ticket: ticket, rank: rank, reason: ticket.rankReason(at: now)))
        }
        return places
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
