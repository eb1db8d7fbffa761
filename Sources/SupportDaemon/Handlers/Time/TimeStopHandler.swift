import SupportModel
import SupportWire

/// Answers `time.stop`.
enum TimeStopHandler: MutationHandler {
    static func command(_ request: TimeStop, _ desk: DeskView) throws -> StopTimer {
        let exception = try BookingException(
            TimeStop.method, agreedBy: request.agreedBy, late: request.late,
            reason: request.reason)
        return StopTimer(
            note: request.note, extra: request.extra ?? false, agreement: exception.agreement,
            late: exception.late, discard: request.discard ?? false)
    }

    static func isDryRun(_ request: TimeStop) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeStop, _ done: Done) throws -> TimeStop.Reply {
        let state = done.view.state
        let bodies = done.events.map(\.body)
        guard let stopped = bodies.lazy.compactMap({ $0 as? TimerStopped }).first else {
            throw Refusal.timer(why: "no timer was stopped", wayOut: "supportc time list")
        }
        let entries = bodies.compactMap { ($0 as? TimeAdded)?.number }
            .compactMap { state.entries[$0] }
        let hours = BookedHours(of: entries.first?.contract, done.view)
        let settlements = entries.compactMap(hours.settlement)
        var reply = TimeStop.Reply(
            ticket: stopped.ticket, startedAt: stopped.startedAt, minutes: stopped.minutes,
            discarded: stopped.discarded ?? false, dryRun: done.isDryRun,
            entries: entries.map(hours.view),
            settlements: settlements.isEmpty ? nil : settlements,
            balance: try hours.balance())
        reply.take(hours.change(from: done.before, besides: entries.map(\.number)), told: done.told)
        return reply
    }
}
