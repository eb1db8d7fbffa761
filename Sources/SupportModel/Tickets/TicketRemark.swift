/// One line of a ticket's history: a note, or a change in words.
package struct TicketRemark: Hashable, Sendable, Codable {
    /// When it was written or happened.
    package var at: Instant
    /// Who wrote it or made it happen.
    package var by: Actor
    /// The note as it was written, or the change in words.
    package var text: String
    /// True for what a person wrote, false for what the desk recorded.
    package var isNote: Bool
}
