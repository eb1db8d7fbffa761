import Logging
import NIOCore
import SupportModel
import SupportSystem

/// Closes cycles, and months of work on demand, when they end and records notices as weeks begin: also
/// those missed while the desk was off, and when the wall clock is set.
///
/// The alarm only wakes the ledger, which decides what is due from the state and the clock; an
/// extra, early or late alarm changes nothing.
struct RolloverService: DeskService {
    let name = "rollover"

    func start(_ desk: Desk) throws -> Stop {
        let (ledger, loop, logger) = (desk.ledger, desk.loop, desk.logger)
        desk.ask { ledger in
            ledger.interruptMonitoring("the desk was off")
            if let doubt = ledger.state.clockDoubt {
                logger.warning(LedgerWords.clockInDoubt, metadata: LedgerWords.figures(doubt))
            }
            let missed = ledger.settle()
            if !missed.isEmpty {
                logger.notice(
                    "cycles and months that ended meanwhile were closed",
                    metadata: missed.metadata)
            }
            ledger.recordMissedNotices()
        }
        guard desk.plan.clock.test == nil else { return {} }
        let alarm = try WallAlarm { ring in
            loop.execute {
                if ring == .clockSet { logger.notice("the wall clock was set") }
                ledger.assumeIsolated { _ = $0.settle() }
            }
        }
        desk.ask { $0.observeBoundaries { next in set(alarm, to: next, logger) } }
        return {
            desk.ask { $0.observeBoundaries { _ in } }
            alarm.stop()
        }
    }

    /// Has the alarm ring at the next boundary, or never where there is none.
    private func set(_ alarm: WallAlarm, to next: Instant?, _ logger: Logger) {
        do {
            guard let next else { return try alarm.disarm() }
            try alarm.arm(atMillisecondsSinceEpoch: next.millisecondsSinceEpoch)
        } catch {
            logger.error("the alarm could not be set", metadata: ["cause": "\(error)"])
        }
    }
}
