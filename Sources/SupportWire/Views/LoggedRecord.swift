package import SupportJSON
package import SupportModel

/// A record of the journal as the protocol shows it.
package struct LoggedRecord: Codable, Sendable, Hashable {
    package var seq: UInt64
    package var at: Instant
    package var by: Actor
    package var events: [LoggedEvent]

    package init(seq: UInt64, at: Instant, by: Actor, events: [LoggedEvent]) {
        self.seq = seq
        self.at = at
        self.by = by
        self.events = events
    }
}

/// One event: its type, a sentence for people, and its members for programs.
package struct LoggedEvent: Codable, Sendable, Hashable {
    /// `noun.past-tense`.
    package var type: String
    package var summary: String
    /// The event's own JSON object.
    package var event: RawJSON

    package init(type: String, summary: String, event: RawJSON) {
        self.type = type
        self.summary = summary
        self.event = event
    }
}
