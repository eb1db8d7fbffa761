/// One line of a ticket's history: a note, or a change in words.
package struct TicketRemark: Hashable, Sendable, Codable {
    package var at: Instant
    package var by: Actor
    package var text: String
    /// True for what a person wrote, false for what the desk recorded.
    package var isNote: Bool
}
