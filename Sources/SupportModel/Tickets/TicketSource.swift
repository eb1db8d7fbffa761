/// Where a ticket came from.
package enum TicketSource: String, Sendable, Codable, CaseIterable {
    /// A person asked for it.
    case client
    /// A monitor went down.
    case monitor
}
