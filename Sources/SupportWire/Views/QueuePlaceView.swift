package import SupportModel

/// A place in the working order as the protocol shows it.
package struct QueuePlaceView: Codable, Hashable, Sendable {
    /// 1 is next.
    package var rank: Int
    /// Why it stands there: `package, level 2, waiting 3h`.
    package var reason: String
    /// The ticket that stands there.
    package var ticket: TicketView

    /// What callers see of a place in the queue.
    package init(_ place: QueuePlace) {
        rank = place.rank
        reason = place.reason
        ticket = TicketView(place.ticket)
    }
}
