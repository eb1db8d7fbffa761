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

/// A request for such a change.
struct LongRequest: Sendable {
    let envelope: Envelope
    /// Reads the request; on another thread, because it may be long.
    let mutation: @Sendable (Envelope) throws -> Mutation
    let cost: Cost
    let caller: Caller

    init(
        _ envelope: Envelope, _ mutation: @escaping @Sendable (Envelope) throws -> Mutation,
        _ cost: Cost, _ caller: Caller
    ) {
        self.envelope = envelope
        self.mutation = mutation
        self.cost = cost
        self.caller = caller
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
    /// Has a change decided by another thread.
    ///
    /// - Parameter attempt: 1 for the first.
    func draft(_ request: LongRequest, attempt: Int = 1) -> Outcome {
        .later(
            Errand(cost: request.cost) { ledger in
                let view = ledger.view(at: ledger.clock.now)
                let context = ledger.context(by: request.caller.principal)
                let bytesMax = ledger.log.recordBytesMax - LedgerLimits.answerBytesMax
                return {
                    try Self.work(request, on: view, context, bytesMax: bytesMax, attempt)
                }
            })
    }

    /// Reads and decides a change. What records nothing is answered at once.
    private nonisolated static func work(
        _ request: LongRequest, on base: DeskView, _ context: Context, bytesMax: Int, _ attempt: Int
    ) throws -> Errand.Result {
        let mutation = try request.mutation(request.envelope)
        let options = try request.envelope.options()
        let isDryRun = options.dryRun ?? false
        let key = options.idempotencyKey.map {
            RequestKey($0, of: request.envelope, by: request.caller, digest: mutation.digest)
        }
        if let key, !isDryRun, let stored = try base.state.answer(to: key) {
            return .answer(stored)
        }
        var context = context
        context.ifVersion = options.ifVersion
        let decided = try mutation.decide(base.state, context)
        var after = base
        guard !decided.events.isEmpty else { return .answer(try decided.answer(after, isDryRun)) }
        let stamp = Stamp(sequence: base.state.sequence + 1, at: context.now, by: context.by)
        let text = try RecordText(stamp, decided.events, bytesMax: bytesMax)
        after.state.apply(Record(stamp: stamp, events: decided.events))
        if isDryRun { return .answer(try decided.answer(after, true)) }
        let draft = DraftedChange(
            base: base.state, context: context, settings: base.settings, decided: decided,
            text: text, state: after.state)
        return .resume(
            ResumedRequest(method: request.envelope.method, caller: request.caller) { ledger in
                if let reply = try ledger.take(draft, by: request.caller, key: key) {
                    return .reply(reply, after: ledger.state.sequence)
                }
                guard attempt == LedgerLimits.draftsMax else {
                    return ledger.draft(request, attempt: attempt + 1)
                }
                let reply = try ledger.perform(mutation, by: request.caller, key: key, options)
                return .reply(reply, after: ledger.state.sequence)
            })
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
