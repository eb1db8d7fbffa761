package import SupportModel

/// One line of a ticket's history as the protocol shows it.
package struct RemarkView: Codable, Hashable, Sendable {
    /// When it was written or done.
    package var at: Instant
    /// Who wrote or did it.
    package var by: Actor
    /// A person's note, or a change of the ticket in words: `resolved`.
    package var text: String
    /// True for what a person wrote.
    package var note: Bool

    /// What callers see of a line of a ticket's history.
    package init(_ remark: TicketRemark) {
        at = remark.at
        by = remark.by
        text = remark.text
        note = remark.isNote
    }
}
