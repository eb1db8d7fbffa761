package import SupportJSON

/// One event: its type, a sentence for people, and its members for programs.
package struct LoggedEvent: Codable, Sendable, Hashable {
    /// `noun.past-tense`.
    package var type: String
    /// What happened in one sentence for people.
    package var summary: String
    /// The event's own JSON object.
    package var event: RawJSON

    package init(type: String, summary: String, event: RawJSON) {
        self.type = type
        self.summary = summary
        self.event = event
    }
}
