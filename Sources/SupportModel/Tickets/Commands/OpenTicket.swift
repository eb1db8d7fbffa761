/// Opens a ticket for a client, on its contract or on demand (R2-R4).
package struct OpenTicket: Command {
    /// Who asks; refused when archived.
    package var client: Name<Client>
    /// How severe it is (R3).
    package var level: Level
    /// What it is about, in one line.
    package var subject: String
    /// What kind of work it wants (R2); nil: the catalogue's default.
    package var service: Name<Service>?
    /// The whole story, at most `Limits.bodyBytesMax` bytes; may be empty.
    package var body: String
    /// The contract that pays; nil: the client's one active contract.
    package var contract: Identifier<Contract>?
    /// True: no contract pays, the work is billed at the on-demand rate (R4).
    package var onDemand: Bool

    package init(
        client: Name<Client>, level: Level, subject: String, service: Name<Service>? = nil,
        body: String = "", contract: Identifier<Contract>? = nil, onDemand: Bool = false
    ) {
        self.client = client
        self.level = level
        self.subject = subject
        self.service = service
        self.body = body
        self.contract = contract
        self.onDemand = onDemand
    }

    /// One `TicketOpened`; refused where neither a contract nor the on-demand rate clearly pays.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let client = try state.currentClient(client)
        let service = service ?? context.catalogue.defaultService
        guard context.catalogue.service(service) != nil else {
            throw .unknown(.service, service.text)
        }
        return [
            Event(
                TicketOpened(
                    number: Identifier(after: state.lastTicket), client: client.name,
                    contract: try payer(state, client, state.believed(context.now)), level: level,
                    service: service, subject: try BoundedText.line(subject, "the subject"),
                    body: try BoundedText.body(body, "the body"), source: .client, monitor: nil))
        ]
    }

    private func payer(
        _ state: State, _ client: Client, _ now: Instant
    ) throws(Refusal) -> Identifier<Contract>? {
        if let contract {
            guard !onDemand else {
                throw .invalid(
                    what: "a contract", why: "does not go with on demand", wayOut: "name one")
            }
            let named = try state.contract(.number(contract), at: now)
            guard named.client == client.name else {
                throw .invalid(
                    what: "contract \(contract)", why: "is \(named.client)'s, not \(client.name)'s",
                    wayOut: "supportc contract list --client \(client.name)")
            }
            try named.expectActive(at: now)
            return contract
        }
        if onDemand { return nil }
        let found = try state.contract(.client(client.name), at: now)
        try found.expectActive(at: now)
        return found.number
    }
}

extension Contract {
    /// Refuses a contract that has not begun or is over.
    func expectActive(at now: Instant) throws(Refusal) {
        let standing = standing(at: now)
        guard standing == .active else {
            throw .contractNotActive(number, standing, start: start, end: end)
        }
    }
}
