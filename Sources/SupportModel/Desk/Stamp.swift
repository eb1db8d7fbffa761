/// When, by whom and as which record an event came about.
package struct Stamp: Hashable, Sendable {
    /// The record's sequence number: 1 for the first, no gaps.
    package var sequence: UInt64
    /// The time on the wall when it was decided; for the end of a cycle, that boundary's time.
    package var at: Instant
    /// Who made it happen: a person, or the desk itself.
    package var by: Actor

    package init(sequence: UInt64, at: Instant, by: Actor) {
        self.sequence = sequence
        self.at = at
        self.by = by
    }
}
