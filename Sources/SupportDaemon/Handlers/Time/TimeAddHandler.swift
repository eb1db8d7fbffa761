import SupportModel
import SupportWire

/// Answers `time.add`.
enum TimeAddHandler: MutationHandler {
    static func command(_ request: TimeAdd, _ desk: DeskView) throws -> AddTime {
        let exception = try BookingException(
            TimeAdd.method, agreedBy: request.agreedBy, late: request.late,
            reason: request.reason)
        return AddTime(
            ticket: request.ticket, worked: request.minutes, date: request.on,
            service: request.service, note: request.note, extra: request.extra ?? false,
            agreement: exception.agreement, late: exception.late,
            long: request.long ?? false)
    }

    static func isDryRun(_ request: TimeAdd) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeAdd, _ done: Done) throws -> TimeAdd.Reply {
        guard let entry = done.view.state.newestEntry else {
            throw Refusal.unknown(.entry, "")
        }
        let hours = BookedHours(of: entry.contract, done.view)
        var reply = TimeAdd.Reply(
            entry: hours.view(entry), dryRun: done.isDryRun, settlement: hours.settlement(entry),
            balance: try hours.balance())
        reply.take(hours.change(from: done.before, besides: [entry.number]), told: done.told)
        return reply
    }
}
