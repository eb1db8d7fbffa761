import SupportModel
import SupportWire

/// Answers `time.void`.
enum TimeVoidHandler: MutationHandler {
    static func command(_ request: TimeVoid, _ desk: DeskView) throws -> VoidTime {
        VoidTime(entry: request.entry, reason: request.reason)
    }

    static func isDryRun(_ request: TimeVoid) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeVoid, _ done: Done) throws -> TimeVoid.Reply {
        let entry = try done.view.state.entry(request.entry)
        return TimeVoid.Reply(
            entry: done.view.entryView(entry), dryRun: done.isDryRun,
            balance: try entry.contract.map { try done.view.balance(of: .number($0)) })
    }
}
