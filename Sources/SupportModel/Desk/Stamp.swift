/// When, by whom and as which record an event came about.
package struct Stamp: Hashable, Sendable {
    /// The record's sequence number: 1 for the first, no gaps.
    package var sequence: UInt64
    package var at: Instant
    package var by: Actor

    package init(sequence: UInt64, at: Instant, by: Actor) {
        self.sequence = sequence
        self.at = at
        self.by = by
    }
}
