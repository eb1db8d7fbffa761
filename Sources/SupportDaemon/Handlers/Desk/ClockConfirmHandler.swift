import SupportModel
import SupportWire

/// Answers `clock.confirm`. The ledger closes what is due in the same turn, right after the answer
/// has been made; both rest on the same state.
enum ClockConfirmHandler: MutationHandler {
    static func command(_ request: ClockConfirm, _ desk: DeskView) throws -> TrustClock {
        TrustClock(.confirmed)
    }

    static func isDryRun(_ request: ClockConfirm) -> Bool { request.dryRun ?? false }

    static func reply(_ request: ClockConfirm, _ done: Done) throws -> ClockConfirm.Reply {
        ClockConfirm.Reply(now: done.view.now, due: done.view.dueCycles, dryRun: done.isDryRun)
    }
}
