/// A ticket's data for planning: its estimate and its remaining work (R12).
package struct TicketWork: Hashable, Sendable {
    /// The ticket's number.
    package var ticket: Identifier<Ticket>
    /// Its subject.
    package var subject: String
    /// Its level (R3), by which a suggestion is ordered first.
    package var level: Level
    /// Its kind of work, which a package may leave out (R2).
    package var service: Name<Service>
    /// When it was opened.
    package var openedAt: Instant
    /// The estimate of the whole work; nil for none.
    package var estimate: Minutes?
    /// The billed minutes of its live time entries.
    package var booked: Minutes
    /// The week that it is planned for; nil for none.
    package var week: Week?
    /// How its work was spread over several weeks; empty where all of it is in `week`.
    package var parts: [WeekDraw]
    /// The day by which it is to be done; nil where none was agreed.
    package var deadline: CivilDate?

    /// The remaining work: the estimate minus the booked time, at least 0; nil, and not 0, without
    /// an estimate.
    package var toDo: Minutes? { estimate.map { max(.zero, $0 - booked) } }

    /// The weeks for which the remaining work is planned, soonest first, with the work in each:
    /// time booked since is subtracted from the soonest, and work that was not spread is in the
    /// last.
    var placements: [(week: Week, minutes: Minutes?)] {
        guard let week else { return [] }
        guard let toDo else { return [(week, nil)] }
        var done = parts.reduce(Minutes.zero) { $0 + $1.drawn } - toDo
        var left: [(week: Week, minutes: Minutes?)] = []
        for part in parts {
            let taken = min(part.drawn, max(.zero, done))
            done -= taken
            if part.drawn > taken {
                left.append((Week(containing: part.monday), part.drawn - taken))
            }
        }
        if let last = left.popLast() {
            left.append((last.week, (last.minutes ?? .zero) - done))
        }
        return left.isEmpty ? [(week, toDo)] : left
    }

    /// The same without what was not spread: the shares that a suggestion lets it keep.
    var shares: [(week: Week, minutes: Minutes)] {
        var unspread =
            parts.isEmpty
            ? Minutes.zero
            : max(.zero, (toDo ?? .zero) - parts.reduce(.zero) { $0 + $1.drawn })
        return placements.reversed().map { place in
            let minutes = (place.minutes ?? .zero) - unspread
            unspread = .zero
            return (place.week, minutes)
        }.reversed()
    }

    /// Whether it is planned for the same weeks with the same share in each.
    func isPlanned(like other: TicketWork) -> Bool {
        placements.elementsEqual(other.placements) { $0 == $1 }
    }

    /// The order in which a suggestion assigns room: level, then deadline, then age, then number.
    package static func precedes(_ left: TicketWork, _ right: TicketWork) -> Bool {
        if left.level != right.level { return left.level < right.level }
        if left.deadline != right.deadline {
            guard let first = left.deadline, let second = right.deadline else {
                return left.deadline != nil
            }
            return first < second
        }
        if left.openedAt != right.openedAt { return left.openedAt < right.openedAt }
        return left.ticket < right.ticket
    }
}

extension Ticket {
    /// The deadline that planning uses: the date agreed with the client.
    var planningDeadline: CivilDate? { due }
}

extension State {
    /// The remaining work of a ticket.
    package func work(of ticket: Ticket) -> TicketWork {
        let booked = ticket.entries.compactMap { entries[$0] }.filter(\.isLive)
            .reduce(Minutes.zero) { $0 + $1.billed }
        return TicketWork(
            ticket: ticket.number, subject: ticket.subject, level: ticket.level,
            service: ticket.service, openedAt: ticket.openedAt, estimate: ticket.estimate,
            booked: booked, week: ticket.plannedWeek.map { Week(containing: $0) },
            parts: ticket.plannedParts ?? [], deadline: ticket.planningDeadline)
    }

    /// The remaining work of the live tickets of a contract, lowest number first.
    package func works(of contract: Identifier<Contract>) -> [TicketWork] {
        liveTickets.of(contract).elements.compactMap { tickets[$0] }.map { work(of: $0) }
    }
}
