import SupportModel

/// What must hold of tickets that relate to others or were merged, and of the indexes of live tickets,
/// computed from all tickets at once.
struct RelationProperties {
    let state: State

    func violations() -> [String] { entries() + merged() + links() + indexes() }

    /// Every entry is listed by one ticket: the one that it was booked on, or that this one was merged
    /// into.
    private func entries() -> [String] {
        var holders: [Identifier<TimeEntry>: [Identifier<Ticket>]] = [:]
        for ticket in state.tickets.values {
            for entry in ticket.entries { holders[entry, default: []].append(ticket.number) }
        }
        return state.entries.values.filter { entry in
            holders[entry.number] != [state.survivor(of: entry.ticket)]
        }.map { "entry \($0.number) is listed by \(holders[$0.number] ?? [])" }
    }

    private func merged() -> [String] {
        state.tickets.values.compactMap { ticket in
            for alias in ticket.merged ?? [] where state.tickets[alias]?.mergedInto != ticket.number
            {
                return "ticket \(ticket.number) lists ticket \(alias)"
            }
            guard let into = ticket.mergedInto else { return nil }
            guard let other = state.tickets[into], other.mergedInto == nil,
                other.client == ticket.client, ticket.state == .closed, ticket.links == nil,
                other.merged?.contains(ticket.number) ?? false,
                !state.timers.values.contains(where: { $0.ticket == ticket.number }),
                !state.monitors.values.contains(where: { $0.ticket == ticket.number })
            else { return "ticket \(ticket.number) is not wholly merged into ticket \(into)" }
            return nil
        }
    }

    /// Each relation is seen from both sides, and nothing waits for itself.
    private func links() -> [String] {
        state.tickets.values.flatMap { ticket in
            (ticket.links ?? []).filter { link in
                link.ticket == ticket.number
                    || state.tickets[link.ticket]?.links?.contains(
                        TicketLink(kind: link.kind.inverse, ticket: ticket.number)) != true
            }.map { "ticket \(ticket.number): \($0)" }
                + (reach(of: ticket.number).contains(ticket.number)
                    ? ["ticket \(ticket.number) waits for itself"] : [])
        }
    }

    private func reach(of ticket: Identifier<Ticket>) -> Set<Identifier<Ticket>> {
        var seen: Set<Identifier<Ticket>> = []
        var left = state.tickets[ticket]?.linked(.blockedBy) ?? []
        while let next = left.popLast() {
            if seen.insert(next).inserted { left += state.tickets[next]?.linked(.blockedBy) ?? [] }
        }
        return seen
    }

    private func indexes() -> [String] {
        let all = state.tickets.values.filter(\.state.isLive)
        let live = state.liveTickets
        func differs(_ numbers: TicketNumbers, _ matches: (Ticket) -> Bool) -> Bool {
            let wanted = all.filter(matches).map(\.number).sorted()
            return Array(numbers.elements) != wanted || numbers.count != wanted.count
                || Array(numbers.descending) != wanted.reversed()
        }
        var found: [String] = []
        if differs(live.all, { _ in true }) { found.append("live tickets") }
        for level in Level.allCases where differs(live.of(level), { $0.level == level }) {
            found.append("live tickets of level \(level)")
        }
        for name in state.clients.keys where differs(live.of(name), { $0.client == name }) {
            found.append("live tickets of \(name)")
        }
        for number in state.contracts.keys
        where differs(live.of(number), { $0.contract == number }) {
            found.append("live tickets of contract \(number)")
        }
        for staff in state.staff.keys.map(Optional.some) + [nil]
        where differs(live.of(assignee: staff), { $0.assignee == staff }) {
            found.append("live tickets of \(staff?.text ?? "nobody")")
        }
        let planned = all.filter { $0.plannedWeek != nil }.map(\.number)
        if Set(live.planned.elements.map(\.ticket)) != Set(planned) {
            found.append("planned tickets")
        }
        return found
    }
}
