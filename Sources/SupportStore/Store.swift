package import SupportSystem
import Synchronization

/// The durable state of a desk: a journal of records and snapshots, in one directory under an
/// exclusive lock.
///
/// It handles bytes and sequences, not their meaning. Open it, replay, then start committing. All
/// methods may be called from any thread; those that read or write files block.
package final class Store: Sendable {
    /// The random identity of this desk, for messages and backups.
    package let desk: DeskIdentity
    let storage: any Storage
    private let lock: any StorageLock
    let shape: StoreShape
    private let index: SegmentIndex
    private let journal: Mutex<Journal?>
    private let durable: Atomic<UInt64>
    /// The last record that the durable mark named when it was last synced, 0 for none.
    private let marked: Atomic<UInt64>
    private let snapshotTurn = Mutex(())
    /// Held while a segment is compressed.
    let compressionTurn = Mutex(())
    private let presence: FilePresence

    /// Opens the state directory, verifies what a start relies on, and corrects a torn end.
    ///
    /// - Parameters:
    ///   - created: the present instant as plain text, for the marker of a new desk.
    ///   - beginning: whether a directory without a desk becomes a new one.
    package static func open(
        _ storage: any Storage, shape: StoreShape = StoreShape(), created: String,
        beginning: Beginning
    ) throws(StoreFault) -> (store: Store, recovered: RecoveredLog) {
        let lock = try takeLock(storage)
        do throws(StoreFault) {
            let initialisation = Initialisation(storage: storage, shape: shape, created: created)
            var recovery = Recovery(initialisation, beginning)
            let outcome = try recovery.run()
            let store = Store(storage, lock, shape, outcome)
            return (store, outcome.log)
        } catch {
            lock.release()
            throw error
        }
    }

    private static func takeLock(_ storage: any Storage) throws(StoreFault) -> any StorageLock {
        do {
            return try storage.lock()
        } catch {
            throw StoreFault(
                doing: "open the state directory", file: error.subject,
                cause: error.isHeldElsewhere ? .inUse : .system(error))
        }
    }

    private init(
        _ storage: any Storage, _ lock: any StorageLock, _ shape: StoreShape,
        _ outcome: Recovery.Outcome
    ) {
        (self.storage, self.lock, self.shape) = (storage, lock, shape)
        desk = outcome.desk
        index = outcome.index
        presence = FilePresence(storage: storage, index: outcome.index)
        durable = Atomic(outcome.log.lastSequence)
        marked = Atomic(outcome.markedSequence)
        journal = Mutex(outcome.journal)
    }

    /// The last record that is safe on the disk, 0 for none.
    package var durableSequence: UInt64 { durable.load(ordering: .acquiring) }

    /// The first record that is kept, 1 unless old segments were removed.
    package var firstSequence: UInt64 { index.firsts.first ?? 1 }

    /// The first records of the segments, in order.
    var firsts: [UInt64] { index.firsts }

    /// Starts accepting records; once for a store, and after the replay.
    ///
    /// - Parameters:
    ///   - onDurable: called on the committing thread with every durable sequence, in order.
    ///   - onFault: called there once, when the journal has ended with a fault; the program must
    ///     end.
    package func startCommitting(
        onDurable: @escaping @Sendable (UInt64) -> Void,
        onFault: @escaping @Sendable (StoreFault) -> Void
    ) throws(StoreFault) -> GroupCommitter {
        let taken = journal.withLock { journal in
            defer { journal = nil }
            return journal
        }
        guard let taken else {
            throw StoreFault(
                doing: "start the journal", file: storage.place,
                cause: .misused("it was started before"))
        }
        return try StoreFault.naming(storage.place, "start the journal") { () throws(SystemFault) in
            try GroupCommitter(
                taken, storage, shape,
                onDurable: { [self] sequence in
                    durable.store(sequence, ordering: .releasing)
                    onDurable(sequence)
                }, onFault: onFault)
        }
    }

    /// Durable records behind a sequence, in order, at most so many and so many bytes of text, but
    /// at least one if there is any; a fault only where the first of them cannot be read.
    package func readRecords(
        after sequence: UInt64, countMax: Int, bytesMax: Int
    ) throws(StoreFault) -> [StoredRecord] {
        let last = durableSequence
        guard sequence < last else { return [] }
        do {
            return try reader.records(
                from: sequence + 1, through: last, countMax: countMax, bytesMax: bytesMax)
        } catch {
            throw error.placed(among: index.firsts)
        }
    }

    /// The first durable record after a sequence that can be read, for a caller that passes over
    /// damage; nil for none.
    package func firstReadable(after sequence: UInt64) throws(StoreFault) -> UInt64? {
        try reader.firstReadable(after: sequence, through: durableSequence)
    }

    /// Passes every durable record after a sequence to the closure, in order; an error of the
    /// closure ends it.
    package func replay(
        after sequence: UInt64, _ body: (StoredRecord) throws -> Void
    ) throws {
        let last = durableSequence
        var passed = sequence
        while passed < last {
            let records = try readRecords(
                after: passed, countMax: 4_096, bytesMax: 1_048_576)
            for record in records { try body(record) }
            passed += UInt64(records.count)
        }
    }

    /// Writes a snapshot of the state after a durable record, verifies it, and removes what it
    /// makes unnecessary: all but two snapshots, and old segments if the shape says so.
    ///
    /// One at a time; other calls wait.
    package func writeSnapshot(
        _ content: ArraySlice<UInt8>, sequence: UInt64
    ) throws(StoreFault) {
        guard sequence >= 1, sequence <= durableSequence else {
            throw StoreFault(
                doing: "write a snapshot", file: StoreFileName.snapshot(sequence),
                cause: .misused("record \(sequence) is not durable"))
        }
        let result = snapshotTurn.withLock { _ -> Result<Void, StoreFault> in
            do throws(StoreFault) {
                let chain = try reader.chain(at: sequence)
                let older = try snapshots.write(content, sequence: sequence, chain: chain)
                if let older { try retire(before: older) }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Removes segments that end before or with a record, oldest first, if they are not to be kept.
    private func retire(before sequence: UInt64) throws(StoreFault) {
        guard shape.retention == .keepSinceOlderSnapshot else { return }
        let firsts = index.firsts
        let names = try names("list old segments")
        for (first, next) in zip(firsts, firsts.dropFirst()) where next <= sequence + 1 {
            index.remove(first)
            for name in [StoreFileName.compressed(first), StoreFileName.segment(first)]
            where names.contains(name) {
                try StoreFault.naming(name, "remove an old segment") { () throws(SystemFault) in
                    try storage.remove(name)
                }
            }
        }
        try StoreFault.naming(storage.place, "remove old segments") { () throws(SystemFault) in
            try storage.syncDirectory()
        }
    }

    /// The newest snapshot that contains no record after one, and is whole; nil for none.
    package func newestSnapshot(through sequence: UInt64) throws(StoreFault) -> Snapshot? {
        let files = snapshots
        for found in try files.sequences() where found <= sequence {
            if let snapshot = try? files.read(found) { return snapshot }
        }
        return nil
    }

    /// Verifies the marker, every kept record up to the present durable one, every snapshot and the
    /// durable mark.
    ///
    /// - Parameters:
    ///   - sequence: segments that end before or with this record are skipped.
    ///   - isWanted: called for every record; false ends the verification with the fault `stopped`.
    package func verify(
        since sequence: UInt64 = 0, while isWanted: () -> Bool = { true }
    ) throws(StoreFault) -> Verification {
        while true {
            let firsts = index.firsts
            do throws(StoreFault) {
                return try Verification(
                    storage: storage, desk: desk, firsts: firsts, durable: durableSequence,
                    since: sequence, while: isWanted)
            } catch {
                // This store itself may have removed old segments meanwhile.
                guard error.isOfMissingFile else { throw error.placed(among: firsts) }
                if firsts.first == index.firsts.first { throw error.ofLostFile }
            }
        }
    }

    /// Checks that the marker and the segment that takes new records still have their names, under
    /// which the next start will read them; quick enough to be called regularly.
    package func expectFiles() throws(StoreFault) { try presence.check() }

    /// Durably marks the last record, after the last commit, so that the next start recognises
    /// damage to that record or its loss.
    package func markEnd() throws(StoreFault) {
        let sequence = durableSequence
        guard sequence > marked.load(ordering: .relaxed) else { return }
        let chain = try reader.chain(at: sequence)
        try DurableMarkFile(storage: storage, desk: desk).write(sequence, chain)
        marked.max(sequence, ordering: .relaxed)
    }

    /// Releases the lock on the directory; the committer must be closed before.
    package func close() {
        lock.release()
    }

    /// The names of all files.
    func names(_ doing: String) throws(StoreFault) -> Set<String> {
        try StoreFault.naming(storage.place, doing) { () throws(SystemFault) in
            Set(try storage.names())
        }
    }

    var reader: JournalReader { JournalReader(storage: storage, index: index) }
    var snapshots: SnapshotFiles {
        SnapshotFiles(storage: storage, desk: desk, contentBytesMax: shape.snapshotBytesMax)
    }
}
