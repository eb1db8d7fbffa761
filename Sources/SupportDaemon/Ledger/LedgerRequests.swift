import Logging
import NIOCore
import SupportJSON
import SupportModel
import SupportStore
package import SupportWire

/// Answers requests: permissions, the table of methods, and the kind of work of each.
extension Ledger {
    /// Turns a request into an answer, an error, or work for another thread.
    package func handle(_ envelope: Envelope, by caller: Caller) -> Outcome {
        answer(envelope.method, by: caller) { ledger in
            guard let route = Routes.byMethod[envelope.method] else {
                throw Refusal.unknown(.method, String(envelope.method.prefix(64)))
            }
            try caller.expect(route.permission, for: route.method)
            return try ledger.run(route, envelope, caller)
        }
    }

    /// Does what is due and then the request's work, and turns what that throws into an error.
    func answer(
        _ method: String, by caller: Caller, _ body: (isolated Ledger) throws -> Outcome
    ) -> Outcome {
        settle()
        do {
            return try body(self)
        } catch {
            note(error, method, caller)
            let named = view(at: clock.now).namingNearest(in: error)
            return .error(Self.wireError(named, method), after: state.sequence)
        }
    }

    private func run(
        _ route: Route, _ envelope: Envelope, _ caller: Caller
    ) throws -> Outcome {
        switch route.work {
        case .read(let answer):
            guard route.cost.isQuick(state) else {
                return .later(
                    Errand(cost: route.cost) { ledger in
                        let view = ledger.view(at: ledger.clock.now)
                        return view.work { try answer(envelope, $0) }
                    })
            }
            let reply = try answer(envelope, view(at: clock.now))
            return .reply(reply, after: state.sequence)
        case .errand(let begin):
            return .later(Errand(cost: route.cost) { try begin(envelope, $0) })
        case .mutation(let prepare):
            return try change(try prepare(envelope, view(at: clock.now)), envelope, caller)
        case .longMutation(let prepare):
            return draft(LongRequest(envelope, prepare, route.cost, caller))
        case .keyed(let prepare):
            let wanted = try prepare(envelope, view(at: clock.now))
            return .suspended(suspend(wanted, route, envelope, caller))
        case .readWithKey(let answer):
            guard !state.access.isEmpty else {
                return try run(Route(route, .read { try answer($0, $1, nil) }), envelope, caller)
            }
            let file = settings.accessKey
            let wanted = KeyUse({ file.problem(hasSecrets: true) }) { found, desk in
                let trouble = found.trouble
                return .errand { try answer(envelope, desk, trouble) }
            }
            return .suspended(suspend(wanted, route, envelope, caller))
        case .act(let act):
            return try act(envelope, self)
        }
    }

    /// Makes a change and answers it.
    private func change(
        _ mutation: Mutation, _ envelope: Envelope, _ caller: Caller
    ) throws -> Outcome {
        let options = try envelope.options()
        let key = options.idempotencyKey.map {
            RequestKey($0, of: envelope, by: caller, digest: mutation.digest)
        }
        let reply = try perform(mutation, by: caller, key: key, options)
        return .reply(reply, after: state.sequence)
    }

    /// Suspends a request until the keys of the access data are read.
    private func suspend(
        _ wanted: KeyUse, _ route: Route, _ envelope: Envelope, _ caller: Caller
    ) -> SuspendedRequest {
        let goOn = { @Sendable (next: @escaping KeyUse.Next) -> SuspendedRequest.Resumption in
            { ledger in
                switch try next(ledger.view(at: ledger.clock.now)) {
                case .mutation(let mutation): try ledger.change(mutation, envelope, caller)
                case .errand(let work):
                    .later(Errand(cost: route.cost) { _ in { .answer(try work()) } })
                }
            }
        }
        return SuspendedRequest(
            method: route.method, caller: caller, work: { goOn(wanted.read()) },
            late: goOn(wanted.refuse(settings.accessKey.silence)))
    }

    /// The wire error for an error that a handler threw.
    static func wireError(_ error: any Error, _ method: String) -> WireError {
        switch error {
        case let error as WireError: error
        case let refusal as Refusal: WireError(refusal)
        case let fault as StoreFault where fault.isLackOfSpace:
            .cannotStore(LedgerWords.noRoom)
        case let fault as StoreFault where fault.isDamage:
            .journalDamaged(fault.sentence, hint: LedgerWords.repair(fault))
        case let fault as StoreFault:
            WireError(
                .refused, "internal", "\(method) failed: \(fault.sentence)",
                hint: LedgerWords.hint(of: fault))
        default: WireError(.refused, "internal", "\(method) failed: \(error)")
        }
    }
}

extension Result<WireError?, WireError> {
    /// Why the key cannot be used: what its file shows, or that it does not answer.
    fileprivate var trouble: WireError? {
        switch self {
        case .success(let problem): problem
        case .failure(let silence): silence
        }
    }
}
