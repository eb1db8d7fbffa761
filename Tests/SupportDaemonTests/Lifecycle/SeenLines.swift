import Logging
import Synchronization

/// What was logged, to be counted.
final class SeenLines: Sendable {
    private let lines = Mutex<[String]>([])

    var logger: Logger { Logger(label: "test") { _ in Handler(seen: self) } }

    func count(_ line: String) -> Int { lines.withLock { $0.count { $0 == line } } }

    /// Every message with its level and its fields: `warning refused uid=7`.
    var all: [String] { whole.withLock { $0 } }

    private let whole = Mutex<[String]>([])

    fileprivate func take(_ event: LogEvent) {
        lines.withLock { $0.append("\(event.message)") }
        let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }
            .map { " \($0.key)=\($0.value)" }.joined()
        whole.withLock { $0.append("\(event.level) \(event.message)\(fields)") }
    }

    /// Hands every line over.
    private struct Handler: LogHandler {
        let seen: SeenLines
        var metadata = Logger.Metadata()
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { seen.take(event) }
    }
}
