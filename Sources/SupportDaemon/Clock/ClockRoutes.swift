import SupportJSON
import SupportModel
import SupportWire

/// Answers `clock.show`.
enum ClockShowHandler: ReadHandler {
    static func answer(_ request: ClockShow, _ desk: DeskView) throws -> ClockShow.Reply {
        ClockShow.Reply(
            now: desk.now, test: desk.isTestClock, nextBoundary: desk.state.boundaries.first?.at,
            doubt: desk.doubtView)
    }
}

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

/// Answers `clock.advance`.
enum ClockAdvanceHandler: ActHandler {
    static func act(_ request: ClockAdvance, on ledger: isolated Ledger) throws -> Outcome {
        guard let clock = ledger.clock.test else { throw WireError.noTestClock }
        if request.jump ?? false {
            guard request.milliseconds != 0 else {
                throw WireError.badParameters(
                    ClockAdvance.method, "milliseconds: with jump any number but 0")
            }
            clock.set(byMilliseconds: request.milliseconds)
        } else {
            guard request.milliseconds > 0 else {
                throw WireError.badParameters(
                    ClockAdvance.method, "milliseconds: 1 or more; back only with jump")
            }
            clock.advance(byMilliseconds: request.milliseconds)
        }
        let closed = ledger.settle()
        let reply = ClockAdvance.Reply(
            now: clock.now, closed: closed, doubt: ledger.view(at: clock.now).doubtView)
        return .reply(try RawJSON(encoding: reply), after: ledger.state.sequence)
    }
}

/// What more than one handler says of a clock that is in doubt.
extension DeskView {
    /// What closes as soon as the clock is trusted.
    var dueCycles: DueCycles {
        DueCycles(
            state,
            Context(
                now: now, by: .desk, calendar: settings.calendar, catalogue: settings.catalogue,
                policy: settings.policy))
    }

    /// The doubt with what a confirmation would do; nil while the clock is trusted.
    var doubtView: ClockDoubtView? {
        state.clockDoubt.map { ClockDoubtView($0, due: dueCycles) }
    }
}
