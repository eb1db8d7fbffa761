import Logging
package import SupportModel
package import SupportStore
package import SupportWire
import Synchronization

/// The journal on the disk as the ledger's durable log.
package final class JournalLog: DurableLog {
    let store: Store
    private let committer: GroupCommitter
    let clock: any DeskClock
    private let found = Mutex<JournalVerdict?>(nil)
    private let findings = Mutex(Findings())
    private let newest: Mutex<UInt64>
    private let snapshotKept = Mutex<(@Sendable () -> Void)?>(nil)
    /// Why records that are stored now would not be found by a later start, as last checked.
    private let lost = Mutex<StoreFault?>(nil)

    /// The faults that checks have found since the last complete check without one, and the closure
    /// that each is reported to once.
    private struct Findings: Sendable {
        var reported: Set<StoreFault> = []
        var report: (@Sendable (StoreFault) -> Void)?

        /// Adds a fault; returns the closure to report it to, nil if it was reported before.
        mutating func take(_ fault: StoreFault) -> (@Sendable (StoreFault) -> Void)? {
            guard reported.count < LedgerLimits.findingsMax,
                reported.insert(fault.withoutPlace).inserted
            else {
                return nil
            }
            return report
        }
    }

    /// The log that reads from a store and writes through its committer.
    ///
    /// - Parameters:
    ///   - clock: says when the files were checked.
    ///   - snapshot: the last record of the snapshot that the start used, 0 for none.
    package init(
        _ store: Store, _ committer: GroupCommitter, clock: any DeskClock, snapshot: UInt64
    ) {
        (self.store, self.committer, self.clock) = (store, committer, clock)
        newest = Mutex(snapshot)
        // The files that have the names now are the ones that are written to.
        checkFiles()
    }

    /// What the store was made for.
    package var recordBytesMax: Int { StoreLimits.recordBytesMax }

    /// Whether a record of that size may be submitted now: neither the queue nor the disk is full,
    /// and its file still existed when that was last checked.
    package func canAccept(bytes: Int) -> Bool {
        lost.withLock { $0 == nil } && committer.canAccept(recordBytes: bytes)
    }

    /// Checks that the files that are written to still have the names under which a later start
    /// opens them.
    func checkFiles() {
        do throws(StoreFault) {
            try store.expectFiles()
            lost.withLock { $0 = nil }
        } catch {
            // Where the system refuses the check, nothing is known.
            if error.isDamage { lost.withLock { $0 = error } }
        }
    }

    /// The file that was missing under its name when that was last checked; nil for none.
    package var loss: String? { lost.withLock { $0?.sentence } }

    /// The disk's error when it had no room for another file of the journal; nil while it has.
    package var lackOfRoom: String? {
        committer.spareFault.flatMap { $0.isLackOfSpace ? $0.sentence : nil }
    }

    /// Has the disk asked again soon whether it has room for another file of the journal.
    package func seekRoom() { committer.retrySoon() }

    /// The disk's other error when another file of the journal was to be prepared; nil while one
    /// is.
    package var lackOfNext: String? {
        committer.spareFault.flatMap { $0.isLackOfSpace ? nil : $0.sentence }
    }

    /// Queues a record for the disk and returns at once; it is durable when the committer reports
    /// that.
    package func submit(_ record: [UInt8], sequence: UInt64) {
        // `canAccept` was checked before, so a record is refused here only when the journal has
        // ended: then its fault ends the program and no answer is sent.
        committer.submit(record, sequence: sequence)
    }

    /// The JSON of the records after one, oldest first, at most `countMax`; throws the disk's
    /// error.
    package func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]] {
        try store.readRecords(
            after: sequence, countMax: countMax, bytesMax: StoreLimits.recordBytesMax
        ).map(\.text)
    }

    /// The first record after one that can be read, for a caller that passes over damage.
    package func firstReadable(after sequence: UInt64) throws -> UInt64? {
        try store.firstReadable(after: sequence)
    }

    /// Writes the state's JSON as it was after a record; throws the disk's error.
    package func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws {
        try store.writeSnapshot(text[...], sequence: sequence)
        newest.withLock { $0 = max($0, sequence) }
        snapshotKept.withLock { $0 }?()
    }

    /// Sets the closure that is called after each snapshot, on the thread that wrote it.
    func onSnapshot(_ body: @escaping @Sendable () -> Void) { snapshotKept.withLock { $0 = body } }

    /// The last record of the newest usable snapshot; 0 for none.
    var newestSnapshot: UInt64 { newest.withLock { $0 } }

    /// What the last check of the files found.
    package var verdict: JournalVerdict? { found.withLock { $0 } }

    /// Sets the closure that receives every fault that a check finds, whoever started the check:
    /// each once, and again after a complete check without a fault. It is called on the thread that
    /// checks.
    func onFault(_ report: @escaping @Sendable (StoreFault) -> Void) {
        findings.withLock { $0.report = report }
    }

    /// Checks the files that hold the records after one, and keeps the verdict; of all files if it is
    /// good.
    ///
    /// - Parameter isWanted: called for every record; when it returns false, the fault `stopped` is
    ///   thrown.
    @discardableResult
    func check(
        since sequence: UInt64 = 0, while isWanted: () -> Bool = { true }
    ) throws(StoreFault) -> Verification {
        do {
            let checked = try store.verify(since: sequence, while: isWanted)
            if sequence == 0 {
                keep(through: checked.lastSequence, nil)
                findings.withLock { $0.reported = [] }
            }
            return checked
        } catch {
            if error.cause != .stopped { take(error) }
            throw error
        }
    }

    private func take(_ fault: StoreFault) {
        keep(through: store.durableSequence, fault)
        let report = findings.withLock { $0.take(fault) }
        report?(fault)
    }

    private func keep(through sequence: UInt64, _ fault: StoreFault?) {
        let verdict = JournalVerdict(
            at: clock.now, through: sequence, problem: fault?.sentence,
            damaged: fault.flatMap { $0.isDamage ? true : nil })
        found.withLock { $0 = verdict }
    }

    /// Checks the files first, so that a damaged one is reported before any of its content is used.
    package func readAll(
        since sequence: UInt64, from state: (ArraySlice<UInt8>) throws -> Void,
        _ each: ([UInt8]) throws -> Void
    ) throws {
        try check(since: sequence)
        let kept = try store.newestSnapshot(through: sequence)
        if let kept { try state(kept.content) }
        do {
            try store.replay(after: kept?.sequence ?? 0) { try each($0.text) }
        } catch let fault as StoreFault {
            // The fault lies in a file that was skipped, before the first requested record.
            take(fault)
            throw fault
        }
    }
}

/// The interface between the ledger and the journal: records are written to it and read from it.
///
/// It appends in order, has a durable position and reads from a sequence number; it hides the names
/// of files.
package protocol DurableLog: Sendable {
    /// The longest record that it ever takes, in bytes.
    var recordBytesMax: Int { get }
    /// Whether a record of this size is certain to fit; false when the disk is full.
    func canAccept(bytes: Int) -> Bool
    /// Why there is no room for more on the disk; nil while there is.
    var lackOfRoom: String? { get }
    /// Why it cannot continue after the space that it has already allocated, if the reason is not a
    /// lack of room; nil while it can.
    var lackOfNext: String? { get }
    /// Has the disk asked again soon for what it lacked; nothing where it lacks nothing.
    func seekRoom()
    /// The missing file, because of which a later start would not find what is stored now; nil
    /// while no file is missing.
    var loss: String? { get }
    /// Hands a record over to be made durable, in order of sequence.
    func submit(_ record: [UInt8], sequence: UInt64)
    /// The durable records after a sequence number, at most `countMax`.
    func records(after sequence: UInt64, countMax: Int) throws -> [[UInt8]]
    /// The first durable record after a sequence number that can be read, where the one that follows
    /// it is damaged; nil for none.
    func firstReadable(after sequence: UInt64) throws -> UInt64?
    /// Keeps a state's text, so that a later start need not replay what came before.
    func keepSnapshot(_ text: [UInt8], sequence: UInt64) throws
    /// What the last check of the files found; nil before the first one has ended.
    var verdict: JournalVerdict? { get }
    /// Checks the files that hold the records after one, and lists what a backup of all records
    /// copies.
    func backupList(after sequence: UInt64) throws -> BackupList
    /// Whether a durable record has this digest.
    func holds(_ sequence: UInt64, chain: String) throws -> Bool
    /// A part of a file that such a list names, through a record; nil where there is no such file.
    func backupPiece(
        of name: String, through sequence: UInt64?, from offset: Int
    ) throws -> BackupPiece?
    /// Checks the files that hold the records after one, and passes on their content: the text of a
    /// state at or before that record, if there is one, then every record that follows it.
    ///
    /// Throws the disk's error, and for a damaged file an error that names it.
    func readAll(
        since sequence: UInt64, from state: (ArraySlice<UInt8>) throws -> Void,
        _ each: ([UInt8]) throws -> Void
    ) throws
}

extension DurableLog {
    /// Nil, for a log that is not on a disk.
    package var lackOfRoom: String? { nil }
    /// Nil, for a log that is not on a disk.
    package var lackOfNext: String? { nil }
    /// Nil, for a log that is not on a disk.
    package var loss: String? { nil }
    /// Nothing, for a log that is not on a disk.
    package func seekRoom() {}
}

/// Reports of the faults that a check of the journal's files found.
extension Ledger {
    /// Logs why a check of the files ended; damage is also recorded, for everybody who subscribes
    /// to the desk or reads its log.
    func report(finding fault: StoreFault) {
        guard fault.isDamage else {
            logger.warning(
                "the journal could not be verified", metadata: ["cause": "\(fault.sentence)"])
            return
        }
        logger.error(
            "the journal is damaged",
            metadata: [
                "file": "\(fault.file)", "offset": "\(fault.offset.map(String.init) ?? "unknown")",
                "cause": "\(fault.reason)", "hint": "\(LedgerWords.repair(fault))",
            ])
        do {
            try perform(RecordDamage(file: fault.file, offset: fault.offset, why: fault.reason))
        } catch {
            note("the notice of a damaged journal could not be stored", error)
        }
    }
}
