/// What opening a store found: where to begin, and what deserves to be told.
package struct RecoveredLog: Sendable {
    /// The newest good snapshot, nil to begin with nothing and replay from record 1.
    package let snapshot: Snapshot?
    /// The last record of the journal, 0 for none.
    package let lastSequence: Int
    /// Whether the desk was initialised by this opening.
    package let isNew: Bool
    /// What was not as it should be, in the order in which it was found; log each of them.
    package let notes: [RecoveryNote]
}
