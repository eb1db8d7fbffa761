/// A ticket's relation to another one.
package struct TicketLink: Hashable, Comparable, Sendable, Codable {
    package var kind: LinkKind
    /// The other ticket.
    package var ticket: Identifier<Ticket>

    package init(kind: LinkKind, ticket: Identifier<Ticket>) {
        (self.kind, self.ticket) = (kind, ticket)
    }

    package static func < (left: TicketLink, right: TicketLink) -> Bool {
        left.kind != right.kind
            ? left.kind.rawValue < right.kind.rawValue : left.ticket < right.ticket
    }
}

/// How a ticket relates to another one.
package enum LinkKind: String, Sendable, Codable, CaseIterable {
    /// It has to be done before the other.
    case blocks
    /// The other has to be done before it.
    case blockedBy = "blocked-by"
    /// They have to do with each other.
    case relates
    /// It was split off the other, or opened in place of reopening it.
    case continues
    /// The other one continues it.
    case continuedBy = "continued-by"

    /// The relation seen from the other ticket.
    package var inverse: LinkKind {
        switch self {
        case .blocks: .blockedBy
        case .blockedBy: .blocks
        case .relates: .relates
        case .continues: .continuedBy
        case .continuedBy: .continues
        }
    }

    /// Whether people make it; the others come with a split and a late reopening.
    package var isMadeByPeople: Bool {
        switch self {
        case .blocks, .blockedBy, .relates: true
        case .continues, .continuedBy: false
        }
    }

    /// For people, between two tickets: `ticket 12 has to be done before ticket 15`.
    package var words: String {
        switch self {
        case .blocks: "has to be done before"
        case .blockedBy: "has to wait for"
        case .relates: "has to do with"
        case .continues: "continues"
        case .continuedBy: "is continued by"
        }
    }
}

/// Says how two tickets relate, of one client or of two, whatever their states; or that they do not.
package struct LinkTickets: TicketCommand, Codable {
    package var ticket: Identifier<Ticket>
    /// How it relates to the other; one that people make.
    package var kind: LinkKind
    /// The other ticket.
    package var to: Identifier<Ticket>
    /// True: they do not relate so any more.
    package var remove: Bool?

    package init(
        ticket: Identifier<Ticket>, kind: LinkKind, to: Identifier<Ticket>, remove: Bool? = nil
    ) {
        (self.ticket, self.kind, self.to, self.remove) = (ticket, kind, to, remove)
    }

    /// The same of the tickets that those were merged into.
    package func following(_ state: State) -> LinkTickets {
        var command = self
        command.ticket = state.survivor(of: ticket)
        command.to = state.survivor(of: to)
        return command
    }

    /// One `TicketsLinked` or `TicketsUnlinked`, or nothing where it is so already; refused for a ticket
    /// and itself, for tickets that would wait for each other, and beyond `Limits.linksMax`.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        let other = try state.ticket(to)
        guard ticket != to else { throw .invalid(.link, .ticket(.linkedToItself(ticket))) }
        guard kind.isMadeByPeople else { throw .invalid(.link, .ticket(.linkOfTheDesk(kind))) }
        let link = TicketLink(kind: kind, ticket: to)
        let isThere = found.links?.contains(link) ?? false
        if remove ?? false {
            return Decision(
                ticket, isThere ? [Event(TicketsUnlinked(ticket: ticket, kind: kind, to: to))] : [])
        }
        guard !isThere else { return Decision(ticket, []) }
        try found.expectLinkable()
        try other.expectLinkable()
        if kind == .blocks || kind == .blockedBy {
            let (first, second) = kind == .blocks ? (ticket, to) : (to, ticket)
            guard !state.waits(first, for: second) else {
                throw .relation(.circle(first, second))
            }
        }
        return Decision(ticket, TicketsLinked(ticket: ticket, kind: kind, to: to))
    }
}

/// Two tickets relate to each other.
package struct TicketsLinked: DeskEvent {
    package static let type = "ticket.linked"
    var ticket: Identifier<Ticket>
    var kind: LinkKind
    var to: Identifier<Ticket>

    /// Adds the relation to both.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "\(kind.words) ticket \(to)") {
            $0.add(TicketLink(kind: kind, ticket: to))
        }
        state.change(to, stamp, remark: "\(kind.inverse.words) ticket \(ticket)") {
            $0.add(TicketLink(kind: kind.inverse, ticket: ticket))
        }
    }

    /// `ticket 12 has to be done before ticket 15`.
    package var summary: String { "ticket \(ticket) \(kind.words) ticket \(to)" }
}

/// Two tickets do not relate to each other any more.
package struct TicketsUnlinked: DeskEvent {
    package static let type = "ticket.unlinked"
    var ticket: Identifier<Ticket>
    var kind: LinkKind
    var to: Identifier<Ticket>

    /// Takes the relation from both.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "no longer \(kind.words) ticket \(to)") {
            $0.remove(TicketLink(kind: kind, ticket: to))
        }
        state.change(to, stamp, remark: "no longer \(kind.inverse.words) ticket \(ticket)") {
            $0.remove(TicketLink(kind: kind.inverse, ticket: ticket))
        }
    }

    /// `ticket 12 no longer has to be done before ticket 15`.
    package var summary: String { "ticket \(ticket) no longer \(kind.words) ticket \(to)" }
}

extension Ticket {
    /// Whether it can have one more relation.
    var isLinkable: Bool { links?.count ?? 0 < Limits.linksMax }

    /// Refuses one more relation where it has `Limits.linksMax`.
    func expectLinkable() throws(Refusal) {
        guard isLinkable else { throw .relation(.tooManyLinks(number)) }
    }

    /// Adds a relation; one that is there changes nothing.
    mutating func add(_ link: TicketLink) {
        let others = (links ?? []).filter { $0 != link }
        links = (others + [link]).sorted()
    }

    /// Removes a relation.
    mutating func remove(_ link: TicketLink) {
        let others = (links ?? []).filter { $0 != link }
        links = others.isEmpty ? nil : others
    }

    /// The tickets to which it relates in a way, lowest number first.
    package func linked(_ kind: LinkKind) -> [Identifier<Ticket>] {
        (links ?? []).filter { $0.kind == kind }.map(\.ticket)
    }
}

extension State {
    /// The tickets that have to be done before one and are not, lowest number first.
    package func blockers(of ticket: Ticket) -> [Identifier<Ticket>] {
        ticket.linked(.blockedBy).filter { tickets[$0]?.state.isLive ?? false }
    }

    /// Whether a ticket has to wait for another one, through any number of tickets between.
    ///
    /// - Parameter isBetween: whether at least one has to be between them.
    func waits(
        _ ticket: Identifier<Ticket>, for other: Identifier<Ticket>, through isBetween: Bool = false
    ) -> Bool {
        var seen: Set<Identifier<Ticket>> = [ticket]
        var left = [ticket]
        while let next = left.popLast() {
            for blocker in tickets[next]?.linked(.blockedBy) ?? [] {
                if blocker == other {
                    guard isBetween, next == ticket else { return true }
                } else if seen.insert(blocker).inserted {
                    left.append(blocker)
                }
            }
        }
        return false
    }
}
