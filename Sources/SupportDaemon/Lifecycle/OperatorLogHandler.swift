package import Logging
import SupportModel
package import SupportSystem

/// Writes the daemon's log to standard error, one line for each message.
///
/// Where the journal of systemd reads it, which adds the time itself, a line is
/// `<3>message: key=value key=value`; elsewhere it begins with the time and the level. On a host the
/// journal also gets the values as fields, and what `journalctl -x` explains has a `MESSAGE_ID`.
package struct OperatorLogHandler: LogHandler {
    /// The fields of every line of this logger.
    package var metadata = Logger.Metadata()
    /// The least urgent level that is written.
    package var logLevel = Logger.Level.info
    private let label: String
    private let log: OperatorLog

    /// A handler for the logger of a label.
    package init(label: String, log: OperatorLog) {
        (self.label, self.log) = (label, log)
    }

    /// A field of every line; nil for none.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a message as one line, its fields ordered by name; a line that cannot be written is
    /// lost.
    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
        let words = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let text =
            event.message.description + (words.isEmpty ? "" : ": ")
            + words.joined(separator: " ")
        let head = log.stream.isJournal ? "" : "\(Self.time()) \(event.level) \(label): "
        log.write(
            event.level.priority, PrintableText.line(head + text),
            fields: log.stream.isJournal
                ? LogMessage.fields(event.message.description, all, from: label) : [])
    }

    /// As in `2026-11-29T10:43:21.502Z`.
    private static func time() -> String {
        Instant(clamping: WallClock.millisecondsSinceEpoch).description
    }
}

extension Logger.Level {
    /// The level's priority in syslog.
    var priority: LogPriority {
        switch self {
        case .trace, .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        case .critical: .critical
        }
    }
}
