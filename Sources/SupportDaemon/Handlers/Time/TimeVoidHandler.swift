import SupportModel
import SupportWire

/// Answers `time.void`.
enum TimeVoidHandler: MutationHandler {
    static func command(_ request: TimeVoid, _ desk: DeskView) throws -> VoidTime {
        VoidTime(
            entry: request.entry, reason: request.reason, late: request.late ?? false)
    }

    static func isDryRun(_ request: TimeVoid) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: TimeVoid, _ done: Done) throws -> TimeVoid.Reply {
        let entry = try done.view.state.entry(request.entry)
        let hours = BookedHours(of: entry.contract, done.view)
        var reply = TimeVoid.Reply(
            entry: hours.view(entry), dryRun: done.isDryRun, settlement: hours.settlement(entry),
            balance: try hours.balance())
        reply.take(hours.change(from: done.before, besides: [entry.number]), told: done.told)
        return reply
    }
}
