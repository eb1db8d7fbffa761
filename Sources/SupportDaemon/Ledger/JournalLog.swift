import SupportModel
package import SupportStore

/// The journal on the disk as the ledger's durable log.
package final class JournalLog: DurableLog {
    private let store: Store
    private let committer: GroupCommitter

    /// The log that reads from a store and writes through its committer.
    package init(_ store: Store, _ committer: GroupCommitter) {
        self.store = store
        self.committer = committer
    }

    /// What the store was made for.
    package var recordBytesMax: Int { StoreLimits.recordBytesMax }

    /// Whether a record of that size may be submitted now: neither the queue nor the disk is full.
    package func canAccept(bytes: Int) -> Bool { committer.canAccept(recordBytes: bytes) }

    /// What the disk said when no further file of the journal could be made; nil while one could.
    package var lackOfRoom: String? { committer.lackOfRoom.map { "\($0)" } }

    /// Queues a record for the disk and returns at once; it is durable when the committer says so.
    package func submit(_ record: [UInt8], sequence: UInt64) {
        // What is refused here was accepted before, unless the journal has ended: then its fault
        // ends the program and nothing is told.
        committer.submit(record, sequence: Int(sequence))
    }

    /// The JSON of the records after one, oldest first, at most so many; throws what the disk says.
    package func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]] {
        try store.readRecords(
            from: Int(sequence) + 1, countMax: countMax, bytesMax: StoreLimits.recordBytesMax
        ).map(\.text)
    }

    /// Writes the state's JSON as it was after a record; throws when the disk does not take it.
    package func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws {
        try store.writeSnapshot(text[...], sequence: Int(sequence))
    }

    /// Checks every file of the journal, then hands over every record, oldest first; throws at the
    /// first damage.
    package func readAll(_ each: ([UInt8]) throws -> Void) throws {
        _ = try store.verifyAll()
        try store.replay(after: 0) { try each($0.text) }
    }
}
