/// Where a ticket stands.
package enum TicketState: String, Sendable, Codable, CaseIterable {
    /// Nobody has taken it.
    case open
    /// Somebody works on it.
    case active
    /// The work is done; it can be reopened.
    case resolved
    /// It is filed.
    case closed

    /// Whether it still wants work.
    package var isLive: Bool { self == .open || self == .active }
}
