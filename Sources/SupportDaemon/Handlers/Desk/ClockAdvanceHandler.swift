import SupportJSON
import SupportModel
import SupportWire

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
