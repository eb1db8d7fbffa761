package import SupportModel

/// Opens a ticket for a client (R2-R4).
package struct TicketOpen: Request {
    package static let method = "ticket.open"
    package static let access = Access.write
    /// 1 MiB, for a body may take the greater part of a line.
    package static let lineBytesMax = WireLimits.longLineBytesMax
    /// The client that asks; refused when it is archived.
    package var client: Name<Client>
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// What it is about, one line of at most 256 bytes.
    package var subject: String
    /// `troubleshooting` unless said.
    package var service: Name<Service>?
    /// The whole story, which may have many lines, at most 32 KiB; empty unless said.
    package var body: String?
    /// Which contract pays; the client's one active contract unless said.
    package var contract: Identifier<Contract>?
    /// Whether no contract pays (R4).
    package var onDemand: Bool?

    package init(
        client: Name<Client>, level: Level, subject: String, service: Name<Service>? = nil,
        body:
            String? = nil, contract: Identifier<Contract>? = nil, onDemand: Bool? = nil
    ) {
        self.client = client
        self.level = level
        self.subject = subject
        self.service = service
        self.body = body
        self.contract = contract
        self.onDemand = onDemand
    }

    package typealias Reply = TicketView
}
