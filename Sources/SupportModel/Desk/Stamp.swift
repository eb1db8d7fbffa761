/// When, by whom and as which record an event came about.
package struct Stamp: Hashable, Sendable {
    /// The record's sequence number: 1 for the first, no gaps.
    package var sequence: UInt64
    /// When it was decided, by the desk's clock. A cycle that closes late has its boundary's time in
    /// the event, not here.
    package var at: Instant
    /// Who made it happen: a person, or the desk itself.
    package var by: Actor

    package init(sequence: UInt64, at: Instant, by: Actor) {
        self.sequence = sequence
        self.at = at
        self.by = by
    }
}
