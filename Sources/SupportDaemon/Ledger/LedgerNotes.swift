import Logging
import NIOCore
import SupportModel
import SupportWire

/// What the operator must see of what callers and the disk do.
extension Ledger {
    /// Tells that the disk has become full or refuses the next segment, or that files are gone, and
    /// that changes are taken again: once each. Gives how it is.
    ///
    /// - Parameter refused: whether a change has just been refused for want of room.
    @discardableResult
    func noteStorage(refused: Bool = false) -> StorageHealth {
        let health = StorageHealth(log, refused: refused)
        let before = toldStorage.withLock { told in
            defer { told = health.kind }
            return told
        }
        guard health.kind != before else { return health }
        let cause: Logger.Metadata = ["cause": "\(health.cause)"]
        switch health.kind {
        case .lost:
            logger.error(
                "\(LedgerWords.filesGone): changes are refused",
                metadata: cause.merging(["hint": "\(LedgerWords.putBack)"]) { $1 })
        case .full: logger.error("\(LedgerWords.noRoom): changes are refused", metadata: cause)
        case .endsSoon:
            logger.error(
                "\(LedgerWords.noNextSegment): changes are refused when the present one is full",
                metadata: cause)
        case .good where before == .lost:
            logger.notice("the files of the state directory are there again: changes are stored")
        case .good where before == .full:
            logger.notice("the disk of the state directory has room again: changes are stored")
        case .good:
            logger.notice("the next segment of the journal was prepared: changes are stored")
        }
        return health
    }

    /// Whether there is something to tell of the storage; asked on any thread.
    nonisolated var hasStorageNews: Bool {
        toldStorage.withLock { $0 } != StorageHealth(log).kind
    }

    /// Looks whether there is something to tell of the storage.
    package func lookAtStorage() { noteStorage() }

    /// Tells, not too often, that a secret was asked for and does not open.
    func noteFailedReveal(_ events: [Event], by caller: Caller) {
        for event in events.lazy.compactMap({ $0.body as? CredentialRevealFailed }) {
            notes.note(
                .error, "access data could not be revealed",
                ["what": event.summary, "user": caller.name])
        }
    }

    /// Tells, not too often, that a caller asked for what they have no right to.
    func note(_ error: any Error, _ method: String, _ caller: Caller) {
        guard let error = error as? WireError, error.code == .notPermitted else { return }
        notes.note(
            .warning, "a call was not permitted",
            ["method": method, "uid": "\(caller.uid)", "user": caller.name])
    }

    /// Tells, not too often, that a connection was refused.
    func noteRefusedConnection(of uid: UInt32, _ error: WireError) {
        notes.note(
            .warning, "a connection was refused", ["uid": "\(uid)", "cause": error.message])
    }
}

/// Logs what callers can make happen as often as they like: the first time at once, and from then on
/// once a minute with how often.
///
/// Lives on the event loop and is touched nowhere else.
final class RepeatedNotes {
    private let loop: any EventLoop
    private let logger: Logger
    private var counts = RepeatCounts<Note>()
    private var isWaiting = false

    /// What is logged; the same again only adds to the count.
    struct Note: Hashable {
        var level: Logger.Level
        var message: String
        var fields: [String: String]
    }

    init(loop: any EventLoop, logger: Logger) {
        self.loop = loop
        self.logger = logger
    }

    /// Logs something, or counts it.
    func note(_ level: Logger.Level, _ message: String, _ fields: [String: String]) {
        let note = Note(level: level, message: message, fields: fields)
        if counts.happened(note) { log(note, again: nil) }
        wait()
    }

    /// Only while there is something to be told: an idle desk is not woken.
    private func wait() {
        guard !isWaiting, !counts.isEmpty else { return }
        isWaiting = true
        loop.assumeIsolated().scheduleTask(in: LedgerLimits.repeatedNotesEvery) { [weak self] in
            self?.tell()
        }
    }

    private func tell() {
        isWaiting = false
        for (note, count) in counts.endWhile() { log(note, again: count) }
        wait()
    }

    private func log(_ note: Note, again: Int?) {
        var metadata = note.fields.mapValues { Logger.MetadataValue.string($0) }
        if let again { metadata["again"] = "\(again) times in a minute" }
        logger.log(level: note.level, "\(note.message)", metadata: metadata)
    }
}

/// Counts what happens again and again, so that each of it is told at once and then once a while.
package struct RepeatCounts<Subject: Hashable> {
    /// How often each has happened again since it was last told.
    private var repeats: [Subject: Int] = [:]

    /// Counts of which nothing has happened yet.
    package init() {}

    /// How many subjects are told apart; what comes beyond is not told by itself.
    package static var subjectsMax: Int { 100 }

    /// True while there is something to be told at the end of a while.
    package var isEmpty: Bool { repeats.isEmpty }

    /// Takes note of one; true when it is to be told at once.
    package mutating func happened(_ subject: Subject) -> Bool {
        if let count = repeats[subject] {
            repeats[subject] = count + 1
            return false
        }
        guard repeats.count < Self.subjectsMax else { return false }
        repeats[subject] = 0
        return true
    }

    /// Ends a while: what happened again, and how often. What did not is forgotten, and told at
    /// once the next time.
    package mutating func endWhile() -> [(subject: Subject, count: Int)] {
        let again = repeats.filter { $0.value > 0 }
        repeats = again.mapValues { _ in 0 }
        return again.map { ($0.key, $0.value) }
    }
}
