/// The columns of a file of tickets. A new one is added here, and read in `TicketRow`.
package enum TicketColumn: String, ImportColumn {
    /// What the other program calls the ticket.
    case key
    /// Who wants the work.
    case client
    /// The number of the contract that pays; the client's one active contract unless said.
    case contract
    /// `yes` where no contract pays (R4).
    case onDemand = "on_demand"
    /// How severe it is, 1 to 4 (R3).
    case level
    /// The kind of work.
    case service
    /// What it is about, in one line.
    case subject
    /// The whole story.
    case body
    case ticket
    /// The contract that pays on the desk that the file comes from: numbers of contracts mean
    /// nothing elsewhere.
    case paidBy = "paid_by"
    case state, source, assignee
    case openedAt = "opened_at"
    case openedBy = "opened_by"
    case resolvedAt = "resolved_at"

    /// True from the number on, which the desk gives or works out itself.
    package var isReadOnly: Bool {
        switch self {
        case .key, .client, .contract, .onDemand, .level, .service, .subject, .body: false
        case .ticket, .paidBy, .state, .source, .assignee, .openedAt, .openedBy, .resolvedAt: true
        }
    }

    /// True where no row can do without it.
    package var isRequired: Bool {
        self == .key || self == .client || self == .level || self == .subject
    }
}
