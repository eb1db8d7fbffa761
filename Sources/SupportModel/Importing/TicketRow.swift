/// One row of a file of tickets, read: the one place where its columns get their meaning.
struct TicketRow {
    let cells: RowCells<TicketColumn>
    let key: ImportKey
    private let client: Name<Client>
    private let contract: Identifier<Contract>?
    private let onDemand: Bool
    private let level: Level
    private let service: Name<Service>?
    private let subject: String
    private let body: String

    init(_ row: ImportRow) throws(RowRefusal) {
        cells = try RowCells(row)
        key = try cells.key(.key)
        client = try cells.required(.client, .name) { Name($0) }
        contract = try cells.number(.contract)
        onDemand = try cells.flag(.onDemand)
        level = try cells.required(.level, .level) { text in
            Int(digits: text).flatMap(Level.init(rawValue:))
        }
        service = try cells.name(.service)
        subject = try cells.required(.subject)
        body = cells.text(.body) ?? ""
    }

    /// The ticket that the row asks for.
    var command: OpenTicket {
        OpenTicket(
            client: client, level: level, subject: subject, service: service, body: body,
            contract: contract, onDemand: onDemand)
    }

    /// The ticket that the row has made before, or, in a file that was exported here, shows.
    func known(in state: State) -> Ticket? {
        if let number = state.importedTickets[key] { return state.tickets[number] }
        guard let ticket = key.exportedTicket.flatMap({ state.tickets[$0] }),
            ticket.importKey == nil, ticket.client == client, ticket.subject == subject,
            ticket.body == body
        else { return nil }
        return ticket
    }

    /// Refuses a row that does not say what the ticket does. The level may be the present one, or
    /// the one that it was imported with: people change it on the desk.
    func expectSame(as ticket: Ticket) throws(RowRefusal) {
        let differs = Differences(cells: cells, key: key, made: "ticket \(ticket.number)")
        try differs.expect(.client, ticket.client.text, client.text)
        try differs.expect(
            .onDemand, ticket.contract == nil ? "yes" : "no", onDemand ? "yes" : "no")
        if let contract {
            try differs.expect(
                .contract, ticket.contract?.description ?? "", contract.description)
        }
        if level != ticket.openedLevel {
            try differs.expect(.level, "\(ticket.level.rawValue)", "\(level.rawValue)")
        }
        if let service { try differs.expect(.service, ticket.service.text, service.text) }
        try differs.expect(.subject, ticket.subject, subject)
        try differs.expect(.body, ticket.body, body)
    }

    /// Refuses what a rule refused, naming the column that is to blame.
    func refusal(_ refusal: Refusal) -> RowRefusal {
        let column: TicketColumn? =
            switch refusal {
            case .unknown(.client, _), .clientArchived: .client
            case .unknown(.contract, _), .contractAmbiguous: .contract
            case .contractNotActive: contract == nil ? .client : .contract
            case .unknown(.service, _): .service
            case .invalid(.subject, _): .subject
            case .invalid(.body, _): .body
            case .invalid(.onDemand, _): .onDemand
            case .invalid(.contract, _): .contract
            default: nil
            }
        return cells.refusal(column, refusal)
    }
}

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
