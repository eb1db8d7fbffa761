package import SupportModel

/// Lists what happened, oldest first.
package struct LogList: Request {
    package static let method = "log.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only records after this sequence number.
    package var since: UInt64?
    /// Only events of this type, or of this noun: `ticket.opened`, `ticket`.
    package var type: String?
    /// Only events that name this ticket.
    package var ticket: Identifier<Ticket>?
    /// Only events that name this client.
    package var client: Name<Client>?
    /// Whether the newest records are meant when there are more than the limit.
    package var last: Bool?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        since: UInt64? = nil, type: String? = nil, ticket: Identifier<Ticket>? = nil,
        client:
            Name<Client>? = nil, last: Bool? = nil, limit: Int? = nil
    ) {
        self.since = since
        self.type = type
        self.ticket = ticket
        self.client = client
        self.last = last
        self.limit = limit
    }

    /// The records, as the journal has them; `next` continues where the limit or the scan stopped.
    package struct Reply: Codable, Hashable, Sendable {
        /// The records that match, oldest first, each with only the events that match.
        package var records: [LoggedRecord]
        /// The `since` of the next call; missing at the end of the log.
        package var next: UInt64?

        package init(records: [LoggedRecord], next: UInt64? = nil) {
            self.records = records
            self.next = next
        }
    }
}
