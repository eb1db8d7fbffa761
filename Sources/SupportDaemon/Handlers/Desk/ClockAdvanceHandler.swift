import SupportJSON
import SupportModel
import SupportWire

/// Answers `clock.advance`.
enum ClockAdvanceHandler: ActHandler {
    static func act(_ request: ClockAdvance, on ledger: isolated Ledger) throws -> Outcome {
        guard let clock = ledger.clock.test else { throw WireError.noTestClock }
        guard request.milliseconds > 0 else {
            throw WireError.badParameters(ClockAdvance.method, "milliseconds: 1 or more")
        }
        clock.advance(byMilliseconds: request.milliseconds)
        let closed = ledger.settle()
        let reply = ClockAdvance.Reply(now: clock.now, closed: closed)
        return .reply(try RawJSON(encoding: reply), after: ledger.state.sequence)
    }
}
