import Logging
import NIOCore
import SupportModel
import SupportWire

/// Log messages about callers and the disk that the operator needs.
extension Ledger {
    /// Logs that the disk has become full or refuses the next segment, that files are gone, or that
    /// changes are taken again: each change of this state once. Returns the state.
    ///
    /// - Parameter refused: whether a change has just been refused for lack of room.
    @discardableResult
    func noteStorage(refused: Bool = false) -> StorageHealth {
        let health = StorageHealth(log, refused: refused)
        if refused { log.seekRoom() }
        let before = reportedStorage.withLock { reported in
            defer { reported = health.kind }
            return reported
        }
        guard health.kind != before else { return health }
        let cause: Logger.Metadata = ["cause": "\(health.cause)"]
        switch health.kind {
        case .lost:
            logger.error(
                "\(LedgerWords.filesGone): changes are refused",
                metadata: cause.merging(["hint": "\(LedgerWords.putBack)"]) { $1 })
        case .fillsUp where before == .full, .full where isFullLogged: break
        case .full:
            isFullLogged = true
            logger.error("\(LedgerWords.noRoom): changes are refused", metadata: cause)
        case .behind: logger.warning("\(LedgerWords.behind): changes are refused")
        case .fillsUp:
            logger.error(
                "\(LedgerWords.roomEnds): changes are refused when the present one is full",
                metadata: cause)
        case .endsSoon:
            logger.error(
                "\(LedgerWords.noNextSegment): changes are refused when the present one is full",
                metadata: cause)
        case .good where before == .lost:
            logger.notice("the files of the state directory are there again: changes are stored")
        case .good where before == .behind:
            logger.notice("the disk has caught up: changes are stored")
        case .good where before == .full || before == .fillsUp:
            isFullLogged = false
            logger.notice("the disk of the state directory has room again: changes are stored")
        case .good:
            logger.notice("the next segment of the journal was prepared: changes are stored")
        }
        return health
    }

    /// Whether the state of the storage has changed since it was logged; callable on any thread.
    nonisolated var hasStorageChange: Bool {
        reportedStorage.withLock { $0 } != StorageHealth(log).kind
    }

    /// Logs the state of the storage if it has changed.
    package func checkStorage() { noteStorage() }

    /// Logs, at a limited rate, that a secret was asked for and cannot be decrypted.
    func noteFailedReveal(_ events: [Event], by caller: Caller) {
        for event in events.lazy.compactMap({ $0.body as? CredentialRevealFailed }) {
            notes.note(
                .error, "access data could not be revealed",
                ["what": event.summary, "user": caller.name])
        }
    }

    /// Logs, at a limited rate, that a caller lacks the permission for a call.
    func note(_ error: any Error, _ method: String, _ caller: Caller) {
        guard let error = error as? WireError, error.code == .notPermitted else { return }
        notes.note(
            .warning, "a call was not permitted",
            ["method": method, "uid": "\(caller.uid)", "user": caller.name])
    }

    /// Logs, at a limited rate, that a connection was refused.
    func noteRefusedConnection(of uid: UInt32, _ error: WireError) {
        notes.note(
            .warning, "a connection was refused", ["uid": "\(uid)", "cause": error.message])
    }
}

/// Logs events that callers can cause at any rate: the first one at once, further ones once a
/// minute with their count.
///
/// Used on the event loop only.
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
        (self.loop, self.logger) = (loop, logger)
    }

    /// Logs something, or counts it.
    func note(_ level: Logger.Level, _ message: String, _ fields: [String: String]) {
        let note = Note(level: level, message: message, fields: fields)
        if counts.happened(note) { log(note, again: nil) }
        wait()
    }

    /// Scheduled only while there is something to log, so that an idle desk is not woken.
    private func wait() {
        guard !isWaiting, !counts.isEmpty else { return }
        isWaiting = true
        loop.assumeIsolated().scheduleTask(in: LedgerLimits.repeatedNotesEvery) { [weak self] in
            self?.logRepeats()
        }
    }

    private func logRepeats() {
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

/// Counts repeated events, so that each is reported at once and then once per period.
package struct RepeatCounts<Subject: Hashable> {
    /// How often each has happened again since it was last reported.
    private var repeats: [Subject: Int] = [:]

    /// Counts of no events.
    package init() {}

    /// How many subjects are counted separately; further ones are not reported.
    package static var subjectsMax: Int { 100 }

    /// True while any subject is counted, so that the period has to be ended.
    package var isEmpty: Bool { repeats.isEmpty }

    /// Counts one event; true when it is to be reported at once.
    package mutating func happened(_ subject: Subject) -> Bool {
        if let count = repeats[subject] {
            repeats[subject] = count + 1
            return false
        }
        guard repeats.count < Self.subjectsMax else { return false }
        repeats[subject] = 0
        return true
    }

    /// Ends a period and returns what happened again, and how often. A subject that did not is
    /// dropped, and is reported at once the next time.
    package mutating func endWhile() -> [(subject: Subject, count: Int)] {
        let again = repeats.filter { $0.value > 0 }
        repeats = again.mapValues { _ in 0 }
        return again.map { ($0.key, $0.value) }
    }
}
