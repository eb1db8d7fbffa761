package import SupportModel

/// A record of the journal as the protocol shows it.
package struct LoggedRecord: Codable, Sendable, Hashable {
    /// The record's sequence number: 1 for the desk's first, then without gaps.
    package var seq: UInt64
    /// When it happened, by the desk's clock.
    package var at: Instant
    /// Who caused it: a person, or the desk by a rule.
    package var by: Actor
    /// What happened, in order; a filtered list shows only the events that match.
    package var events: [LoggedEvent]

    package init(seq: UInt64, at: Instant, by: Actor, events: [LoggedEvent]) {
        self.seq = seq
        self.at = at
        self.by = by
        self.events = events
    }
}
