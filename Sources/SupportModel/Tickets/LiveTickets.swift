import HashTreeCollections

/// Numbers of tickets, lowest first.
package typealias TicketNumbers = SortedRuns<Identifier<Ticket>>

/// The tickets that are not resolved, by what lists ask for: a list costs what it answers, and not
/// what there is.
package struct LiveTickets: Equatable, Sendable {
    /// All of them.
    package private(set) var all = TicketNumbers()
    private var byLevel = Level.allCases.map { _ in TicketNumbers() }
    private var byContract: TreeDictionary<Identifier<Contract>, TicketNumbers> = [:]
    /// By who has them; those of nobody under nil.
    private var byAssignee: TreeDictionary<Name<Staff>?, TicketNumbers> = [:]
    private var byClient: TreeDictionary<Name<Client>, TicketNumbers> = [:]
    /// Those that are planned for a week, soonest first.
    package private(set) var planned = SortedByKey<Identifier<Ticket>, Place<CivilDate>>()
    /// Those that are due at a time, soonest first: the nearest deadline, or the end of the agreed day.
    package private(set) var due = SortedByKey<Identifier<Ticket>, Place<Instant>>()

    /// No tickets.
    init() {}

    /// A ticket's place in an order by a value; of equal values the lowest number is first.
    package struct Place<Value: Comparable & Hashable & Sendable>: Hashable, Comparable, Sendable {
        package var value: Value
        package var ticket: Identifier<Ticket>

        package static func < (left: Self, right: Self) -> Bool {
            left.value != right.value ? left.value < right.value : left.ticket < right.ticket
        }
    }

    /// Those of a level.
    package func of(_ level: Level) -> TicketNumbers { byLevel[level.rawValue - 1] }

    /// Those of a client.
    package func of(_ client: Name<Client>) -> TicketNumbers { byClient[client] ?? TicketNumbers() }

    /// Those that a contract pays for.
    package func of(_ contract: Identifier<Contract>) -> TicketNumbers {
        byContract[contract] ?? TicketNumbers()
    }

    /// Those of a person; nil: of nobody.
    package func of(assignee: Name<Staff>?) -> TicketNumbers {
        byAssignee[assignee] ?? TicketNumbers()
    }

    /// The clients that have any, by name.
    package var clients: [Name<Client>] { byClient.keys.sorted() }

    /// Who has any, by name.
    package var assignees: [Name<Staff>] { byAssignee.keys.compactMap(\.self).sorted() }

    /// Follows a change of a ticket.
    ///
    /// - Parameter old: its value before; nil for a new one.
    mutating func follow(_ ticket: Ticket, insteadOf old: Ticket?) {
        let (before, after) = (Keys(old), Keys(ticket))
        guard before != after else { return }
        if let before { change(before, ticket.number) { $0.remove($1) } }
        if let after { change(after, ticket.number) { $0.insert($1) } }
        let week = ticket.state.isLive ? ticket.plannedWeek : nil
        planned.put(week.map { Place(value: $0, ticket: ticket.number) }, for: ticket.number)
    }

    /// Takes over when a ticket is due; nil: at no time, or not live.
    mutating func put(due instant: Instant?, _ number: Identifier<Ticket>) {
        due.put(instant.map { Place(value: $0, ticket: number) }, for: number)
    }

    /// What of a live ticket it is found by.
    private struct Keys: Equatable {
        let (client, contract): (Name<Client>, Identifier<Contract>?)
        let (level, assignee): (Level, Name<Staff>?)
        let week: CivilDate?

        /// Nil for one that is not live.
        init?(_ ticket: Ticket?) {
            guard let ticket, ticket.state.isLive else { return nil }
            (client, contract) = (ticket.client, ticket.contract)
            (level, assignee) = (ticket.level, ticket.assignee)
            week = ticket.plannedWeek
        }
    }

    private mutating func change(
        _ keys: Keys, _ number: Identifier<Ticket>,
        _ body: (inout TicketNumbers, Identifier<Ticket>) -> Void
    ) {
        body(&all, number)
        body(&byLevel[keys.level.rawValue - 1], number)
        byClient.change(keys.client) { body(&$0, number) }
        byAssignee.change(keys.assignee) { body(&$0, number) }
        if let contract = keys.contract { byContract.change(contract) { body(&$0, number) } }
    }
}

extension TreeDictionary where Value == TicketNumbers {
    /// Changes the numbers of a key, which goes once it has none.
    fileprivate mutating func change(_ key: Key, _ body: (inout TicketNumbers) -> Void) {
        var numbers = removeValue(forKey: key) ?? TicketNumbers()
        body(&numbers)
        if numbers.count > 0 { self[key] = numbers }
    }
}
