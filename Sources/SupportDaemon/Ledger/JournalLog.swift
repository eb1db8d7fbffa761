import SupportModel
package import SupportStore

/// The journal on the disk as the ledger's durable log.
package final class JournalLog: DurableLog {
    private let store: Store
    private let committer: GroupCommitter

    package init(_ store: Store, _ committer: GroupCommitter) {
        self.store = store
        self.committer = committer
    }

    package func canAccept(bytes: Int) -> Bool { committer.canAccept(recordBytes: bytes) }

    package func submit(_ record: [UInt8], sequence: UInt64) {
        // What is refused here was accepted before, unless the journal has ended: then its fault
        // ends the program and nothing is told.
        committer.submit(record, sequence: Int(sequence))
    }

    package func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]] {
        try store.readRecords(
            from: Int(sequence) + 1, countMax: countMax, bytesMax: StoreLimits.recordBytesMax
        ).map(\.text)
    }

    package func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws {
        try store.writeSnapshot(text[...], sequence: Int(sequence))
    }

    package func readAll(_ each: ([UInt8]) throws -> Void) throws {
        _ = try store.verifyAll()
        try store.replay(after: 0) { try each($0.text) }
    }
}
