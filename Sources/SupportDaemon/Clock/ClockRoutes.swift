import SupportJSON
import SupportModel
import SupportWire

/// The methods of the desk's clock.
enum ClockRoutes {
    static let all: [Route] = [
        .read(ClockShow.self, answer: show),
        .change(ClockConfirm.self, by: { _, _ in TrustClock(.confirmed) }, reply: confirmed),
        .act(ClockAdvance.self, act: advance),
    ]

    /// The ledger closes what is due in the same turn, right after this answer has been made; both
    /// rest on the same state.
    private static func confirmed(_ done: Done<Void>) -> ClockConfirm.Reply {
        ClockConfirm.Reply(now: done.desk.now, due: done.desk.dueCycles, dryRun: done.isDryRun)
    }

    private static func show(_ request: ClockShow, _ desk: DeskView) throws -> ClockShow.Reply {
        ClockShow.Reply(
            now: desk.now, test: desk.isTestClock, nextBoundary: desk.state.boundaries.first?.at,
            doubt: desk.doubtView)
    }

    private static func advance(
        _ request: ClockAdvance, _ ledger: isolated Ledger, _: Caller
    ) throws -> Outcome {
        guard let clock = ledger.clock.test else { throw WireError.noTestClock }
        if request.jump ?? false {
            guard request.milliseconds != 0 else {
                throw WireError.badParameters(
                    ClockAdvance.method.name, "milliseconds: with jump any number but 0")
            }
            clock.set(byMilliseconds: request.milliseconds)
        } else {
            guard request.milliseconds > 0 else {
                throw WireError.badParameters(
                    ClockAdvance.method.name, "milliseconds: 1 or more; back only with jump")
            }
            clock.advance(byMilliseconds: request.milliseconds)
        }
        let closed = ledger.settle()
        let reply = ClockAdvance.Reply(
            now: clock.now, closed: closed.cycles, months: closed.months > 0 ? closed.months : nil,
            doubt: ledger.view(at: clock.now).doubtView)
        return .reply(try RawJSON(encoding: reply), after: ledger.state.sequence)
    }
}

/// What more than one handler says of a clock that is in doubt.
extension DeskView {
    /// What closes as soon as the clock is trusted.
    var dueCycles: DueCycles {
        DueCycles(state, context())
    }

    /// The doubt with what a confirmation would do; nil while the clock is trusted.
    var doubtView: ClockDoubtView? {
        state.clockDoubt.map { ClockDoubtView($0, due: dueCycles) }
    }
}
