import SupportModel
import SupportWire

/// Answers `time.add`.
enum TimeAddHandler: MutationHandler {
    static func command(_ request: TimeAdd, _ desk: DeskView) throws -> AddTime {
        guard (request.agreedBy == nil) == (request.reason == nil) else {
            throw WireError.badParameters(
                TimeAdd.method, "agreed_by and reason go together")
        }
        let agreement = request.agreedBy.flatMap { by in
            request.reason.map { Agreement(by: by, reason: $0) }
        }
        return AddTime(
            ticket: request.ticket, worked: request.minutes, date: request.on,
            service: request.service, note: request.note, extra: request.extra ?? false,
            agreement: agreement)
    }

    static func isDryRun(_ request: TimeAdd) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeAdd, _ done: Done) throws -> TimeAdd.Reply {
        guard let entry = done.view.state.newestEntry else {
            throw Refusal.unknown(.entry, "")
        }
        return TimeAdd.Reply(
            entry: done.view.entryView(entry), dryRun: done.isDryRun,
            balance: try entry.contract.map { try done.view.balance(of: .number($0)) })
    }
}
