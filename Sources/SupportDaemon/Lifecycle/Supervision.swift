import Logging
import SupportSystem
import SupportSystemd

/// What the service manager is told; nothing where there is none.
enum Supervision {
    /// Notifies the manager, in one datagram; false where there is none.
    @discardableResult
    static func tell(_ notices: [ServiceNotice], _ logger: Logger) -> Bool {
        do {
            return try Supervisor.notify(notices)
        } catch {
            logger.warning("the service manager was not notified", metadata: ["cause": "\(error)"])
            return true
        }
    }
}

/// Asks the manager for more time while a recovery makes progress, and says how far it is.
struct RecoveryProgress {
    /// How often the manager is told, in milliseconds.
    private static let pause: Int64 = 2_000
    /// How long it is asked to wait after each time.
    private static let patience = Duration.seconds(120)

    private let logger: Logger
    private var toldAt = BootClock.milliseconds
    private var seen: UInt64 = 0

    init(_ logger: Logger) { self.logger = logger }

    /// Notes that one more record was read.
    mutating func read(record sequence: UInt64) {
        seen += 1
        // The clock is not read for each of a million records.
        guard seen % 1024 == 0 else { return }
        let now = BootClock.milliseconds
        guard now - toldAt >= Self.pause else { return }
        toldAt = now
        Supervision.tell(
            [.extend(Self.patience), .status("reading the journal: record \(sequence)")], logger)
    }
}
