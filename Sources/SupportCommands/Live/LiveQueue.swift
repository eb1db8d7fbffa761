import SupportModel
import SupportWire

/// The places of the queue that the view shows, and the choice among them.
extension LiveView {
    /// The places that are shown, in working order.
    var places: [QueuePlaceView] {
        guard !filter.isEmpty else { return reading.queue.items }
        let words = filter.lowercased()
        return reading.queue.items.filter { place in
            let ticket = place.ticket
            let row =
                "\(ticket.ticket) \(ticket.client) \(ticket.assignee?.text ?? "") \(ticket.subject)"
            return row.lowercased().contains(words)
        }
    }

    /// The ticket on which keys act: the one that is open, else the one that is chosen; nil where
    /// neither is on the screen.
    func subject(at now: Duration) -> TicketView? {
        switch pane {
        case .help?, .opening?: return nil
        case .ticket(let reply, _)?: return size.rows > 1 ? reply.ticket : nil
        case nil:
            guard pictureParts(at: now).queueRows > 0 else { return nil }
            return places.first { $0.ticket.ticket == chosen.ticket }?.ticket
        }
    }

    /// The version of a ticket up to which the person knows it.
    func knownVersion(of ticket: TicketView) -> UInt64 {
        guard let own, own.ticket == ticket.ticket else { return ticket.version }
        return max(own.version, ticket.version)
    }

    /// Chooses a place; the nearest where there are not so many.
    mutating func choose(_ place: Int) {
        let places = places
        let place = max(0, min(place, places.count - 1))
        chosen = (place < places.count ? places[place].ticket.ticket : nil, place)
    }

    /// Keeps the chosen ticket chosen wherever it stands now; where it is gone, what stands there.
    mutating func keepChoice() {
        let place = places.firstIndex { $0.ticket.ticket == chosen.ticket }
        choose(place ?? chosen.place)
    }
}
