import Logging
import NIOCore

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
