/// When a ticket on demand that waits for the agency has aged.
package struct AgeingPlace: Hashable, Comparable, Sendable {
    /// When it has waited for `DeadlineRules.ageingMilliseconds`.
    let at: Instant
    let number: Identifier<Ticket>

    package static func < (left: AgeingPlace, right: AgeingPlace) -> Bool {
        (left.at, left.number) < (right.at, right.number)
    }
}

/// The tickets that will age, soonest first.
package typealias AgeingOrder = SortedByKey<Identifier<Ticket>, AgeingPlace>

extension State {
    /// When the next ticket on demand ages; nil while none will.
    package var nextAgeing: Instant? { ageing.first?.at }

    /// Gives the tickets on demand that have aged until an instant their places among the work of
    /// packages (R4). That is derived from the time, as the rest of the working order is from the
    /// tickets: nothing is recorded.
    package mutating func age(until now: Instant) {
        agedUntil = max(agedUntil ?? now, now)
        while let next = ageing.first, next.at <= now, let ticket = tickets[next.number] {
            refreshPlace(of: ticket)
        }
    }

    /// Whether a ticket on demand has waited so long that it goes with the work of packages of its
    /// level, and never before that of a more severe one.
    func isAged(_ ticket: Ticket) -> Bool {
        guard let at = agesAt(ticket), let agedUntil else { return false }
        return at <= agedUntil
    }

    /// When a ticket on demand ages; nil for work of a package, and where nothing does. Times in which
    /// nobody of the agency had to do anything do not count.
    func agesAt(_ ticket: Ticket) -> Instant? {
        guard ticket.contract == nil, let wait = rules.ageingMilliseconds else { return nil }
        let start = ticket.clockStart
        let stood = (ticket.clock?.stops ?? []).reduce(into: Int64(0)) { sum, stop in
            sum += max(0, (stop.to ?? stop.from).milliseconds(since: max(start, stop.from)))
        }
        return start.advanced(byMilliseconds: wait + stood)
    }
}
