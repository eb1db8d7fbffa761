/// A ticket as planning sees it: what it was thought to be, and what is still to do (R12).
package struct TicketWork: Hashable, Sendable {
    /// The ticket's number.
    package var ticket: Identifier<Ticket>
    /// What it is about.
    package var subject: String
    /// How severe it is (R3): the first thing that a suggestion goes by.
    package var level: Level
    /// Its kind of work, which a package may leave out (R2).
    package var service: Name<Service>
    /// When it was opened.
    package var openedAt: Instant
    /// How much work it was thought to be; nil while nobody has said.
    package var estimate: Minutes?
    /// What its live time entries count, as they are billed.
    package var booked: Minutes
    /// The week that it is planned for; nil for none.
    package var week: Week?
    /// How its work was spread over several weeks; empty where all of it is in `week`.
    package var parts: [WeekDraw]
    /// By when it is to be done; nil where nothing was agreed.
    package var deadline: CivilDate?

    /// What is still to do: the estimate less what was booked, never less than nothing; nil, and
    /// not 0, without an estimate.
    package var toDo: Minutes? { estimate.map { max(.zero, $0 - booked) } }

    /// The weeks that what is still to do is planned for, soonest first, with how much in each: what
    /// was booked meanwhile is taken from the soonest, what was not spread is in the last.
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

    /// The order in which a suggestion gives room: level, then deadline, then age, then number.
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
    /// By when planning takes the ticket to be done: the date agreed with the client.
    var planningDeadline: CivilDate? { due }
}

extension State {
    /// What a ticket still wants done.
    package func work(of ticket: Ticket) -> TicketWork {
        let booked = ticket.entries.compactMap { entries[$0] }.filter(\.isLive)
            .reduce(Minutes.zero) { $0 + $1.billed }
        return TicketWork(
            ticket: ticket.number, subject: ticket.subject, level: ticket.level,
            service: ticket.service, openedAt: ticket.openedAt, estimate: ticket.estimate,
            booked: booked, week: ticket.plannedWeek.map { Week(containing: $0) },
            parts: ticket.plannedParts ?? [], deadline: ticket.planningDeadline)
    }

    /// What the live tickets of a contract still want done, in no order.
    package func works(of contract: Identifier<Contract>) -> [TicketWork] {
        liveTickets.compactMap { tickets[$0] }.filter { $0.contract == contract }
            .map { work(of: $0) }
    }
}
