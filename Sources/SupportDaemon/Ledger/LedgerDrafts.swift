import SupportJSON
import SupportModel
import SupportStore
import SupportWire

/// Changes that take long to read and to decide: imports, and files that are applied.
///
/// Another thread decides them on a copy of the state, while the ledger serves everybody else. What it
/// brings back is a whole record with the state after it. Where nothing was recorded meanwhile, that
/// state takes the place of the old one. Where something was, and nothing of it is what the decision
/// rests on, the events are applied with numbers that are still free. Otherwise it is decided again, and
/// at last by the ledger itself, so that somebody who changes the same contract without a pause cannot
/// keep an import waiting for ever.

extension ChangeRequest {
    /// What deciding it on a copy of the desk gives.
    enum Result {
        /// Nothing is to be recorded.
        case answer(RawJSON)
        case draft(DraftedChange)
    }

    /// Decides it on a copy of the desk.
    func decide(on base: DeskView, _ context: Context) throws -> Result {
        if let stored = try storedAnswer(in: base.state) { return .answer(stored) }
        var context = context
        context.ifVersion = options.ifVersion
        let decided = try mutation.decide(base.state, context)
        guard !decided.events.isEmpty else { return .answer(try decided.answer(base, isDryRun)) }
        let (text, after) = try base.recording(decided, context)
        if isDryRun { return .answer(try decided.answer(after, true)) }
        return .draft(
            DraftedChange(
                base: base.state, context: context, settings: base.settings, decided: decided,
                text: text, state: after.state))
    }
}

/// A change that was decided on a copy of the state.
struct DraftedChange: Sendable {
    let base: State
    /// What it rests on besides; the time is that of the copy.
    let context: Context
    let settings: DeskSettings
    let decided: Mutation.Decided
    /// The unfinished text of its record.
    let text: RecordText
    /// The state after the record.
    let state: State

    /// Whether what was decided on the time still holds: no day, and so no week and no cycle, begins
    /// between two moments of the same quarter of an hour. The offsets of all zones since 1972 are
    /// whole quarters.
    func isTimely(at now: Instant) -> Bool {
        let quarter: Int64 = 900_000
        return now >= context.now
            && now.millisecondsSinceEpoch / quarter == context.now.millisecondsSinceEpoch / quarter
    }
}

extension Ledger {
    /// Has a change read and decided by another thread.
    ///
    /// - Parameters:
    ///   - attempt: 1 for the first.
    ///   - read: the change; read by the first attempt only.
    func draft(
        by caller: Caller, _ method: String, _ cost: Cost, attempt: Int = 1,
        _ read: @escaping @Sendable () throws -> ChangeRequest
    ) -> Outcome {
        .later(
            Errand(cost: cost) { ledger in
                let context = ledger.context(by: caller, for: method, nil)
                let view = ledger.view(at: context.now)
                return {
                    do {
                        return try Self.result(of: try read(), on: view, context, cost, attempt)
                    } catch {
                        throw view.namingNearest(in: error)
                    }
                }
            })
    }

    private nonisolated static func result(
        of change: ChangeRequest, on base: DeskView, _ context: Context, _ cost: Cost,
        _ attempt: Int
    ) throws -> Errand.Result {
        switch try change.decide(on: base, context) {
        case .answer(let answer): return .answer(answer)
        case .draft(let draft):
            return .resume(
                ResumedRequest(method: change.method, caller: change.caller) {
                    try $0.take(draft, of: change, cost, attempt)
                })
        }
    }

    /// Records a draft that still holds; otherwise has the change decided again, at last at once.
    private func take(
        _ draft: DraftedChange, of change: ChangeRequest, _ cost: Cost, _ attempt: Int
    ) throws -> Outcome {
        if let reply = try take(draft, of: change) {
            return .reply(reply, after: state.sequence)
        }
        guard attempt == LedgerLimits.draftsMax else {
            return self.draft(by: change.caller, change.method, cost, attempt: attempt + 1) {
                change
            }
        }
        return .reply(try perform(change), after: state.sequence)
    }
}

extension DeskView {
    /// The unfinished text of a decision's record, and the desk after it; refused where the journal
    /// does not allow so long a record.
    func recording(
        _ decided: Mutation.Decided, _ context: Context
    ) throws -> (text: RecordText, after: DeskView) {
        let text = try RecordText(
            state.nextStamp(context), decided.events,
            bytesMax: log.recordBytesMax - LedgerLimits.answerBytesMax)
        var after = self
        after.state = state.after(decided.events, context)
        return (text, after)
    }
}

extension RecordText {
    /// The text of a record; refused where it is longer than the journal takes.
    init(_ stamp: Stamp, _ events: [Event], bytesMax: Int) throws {
        try self.init(stamp, events)
        guard count <= bytesMax else {
            throw WireError.changeTooLarge(bytes: count, bytesMax: bytesMax)
        }
    }
}
