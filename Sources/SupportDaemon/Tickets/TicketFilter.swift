import SupportModel
import SupportWire

/// Which tickets a list asks for.
struct TicketFilter {
    private let request: TicketList
    /// The text that is searched for, in small letters.
    private let search: String?

    private let assignee: Name<Staff>?

    /// Refuses names that the desk does not know, and what does not go together.
    init(_ request: TicketList, in desk: DeskView) throws {
        let method = TicketList.method.name
        if let client = request.client { _ = try desk.state.client(client) }
        assignee = try request.assignee.map { try desk.member($0, .assignee) }
        if request.unassigned ?? false, request.assignee != nil {
            throw WireError.badParameters(method, "unassigned does not go with assignee")
        }
        if let search = request.search, search.allSatisfy(\.isWhitespace) {
            throw WireError.badParameters(method, "search: the text is empty")
        }
        self.request = request
        search = request.search?.lowercased()
    }

    /// Whether a ticket is asked for.
    func matches(_ ticket: Ticket) -> Bool {
        if let client = request.client, ticket.client != client { return false }
        if let level = request.level, !level.contains(ticket.level) { return false }
        if let assignee, ticket.assignee != assignee { return false }
        if request.unassigned ?? false, ticket.assignee != nil { return false }
        if let state = request.state {
            guard state.contains(ticket.state) else { return false }
        } else if !(request.all ?? false), !ticket.state.isLive {
            return false
        }
        return holdsText(ticket)
    }

    private func holdsText(_ ticket: Ticket) -> Bool {
        guard let search else { return true }
        return ticket.subject.lowercased().contains(search)
            || ticket.body.lowercased().contains(search)
    }
}

extension TicketOrder {
    /// Puts tickets that are in order of number, newest first, into this order.
    func sort(_ tickets: inout [Ticket]) {
        switch self {
        case .newest: break
        case .oldest: tickets.reverse()
        case .level: tickets.sort { ($0.level, $0.number) < ($1.level, $1.number) }
        case .client: tickets.sort { ($0.client, $1.number) < ($1.client, $0.number) }
        case .assignee:
            tickets.sort {
                // A name begins with a letter, and all letters come before this one.
                ($0.assignee?.text ?? "~", $1.number) < ($1.assignee?.text ?? "~", $0.number)
            }
        case .week:
            tickets.sort {
                let (left, right) = ($0.plannedWeek, $1.plannedWeek)
                guard left != right else { return $0.number < $1.number }
                return left.map { week in right.map { week < $0 } ?? true } ?? false
            }
        }
    }
}
