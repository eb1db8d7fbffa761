package import SupportModel

/// One line of a ticket's history as the protocol shows it.
package struct RemarkView: Codable, Hashable, Sendable {
    package var at: Instant
    package var by: Actor
    package var text: String
    /// True for what a person wrote.
    package var note: Bool

    package init(_ remark: TicketRemark) {
        at = remark.at
        by = remark.by
        text = remark.text
        note = remark.isNote
    }
}
