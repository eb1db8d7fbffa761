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
            return try ledger.run(route, envelope, caller)
        }
    }

    /// Does what is due and then the request's work, if its caller may have it done now, and turns what
    /// that throws into an error.
    func answer(
        _ method: String, by caller: Caller, _ body: (isolated Ledger) throws -> Outcome
    ) -> Outcome {
        settle()
        do {
            try expectPermitted(method, of: caller)
            return fit(try body(self), of: method, to: caller)
        } catch {
            let error = naming(forbidding(error, caller))
            note(error, method, caller)
            return .error(Self.wireError(error, method), after: state.sequence)
        }
    }

    private func run(
        _ route: Route, _ envelope: Envelope, _ caller: Caller
    ) throws -> Outcome {
        switch route.work {
        case .read(let answer): return try read(route, envelope, caller, answer)
        case .errand(let begin):
            return .later(
                Errand(cost: route.cost) { ledger in
                    try begin(envelope, ledger, ledger.acting(caller, for: route.method))
                })
        case .mutation(let prepare):
            let acting = acting(caller, for: route.method)
            return try change(
                try prepare(envelope, view(at: clock.now, for: acting)), envelope, caller, acting)
        case .longMutation(let prepare):
            return draft(by: caller, route.method, route.cost) {
                try ChangeRequest(envelope, by: caller, prepare)
            }
        case .keyed(let prepare):
            let wanted = try prepare(envelope, view(at: clock.now))
            return .suspended(suspend(wanted, route, envelope, caller))
        case .readWithKey(let answer):
            guard !state.access.isEmpty else {
                return try read(route, envelope, caller) { try answer($0, $1, nil) }
            }
            let file = settings.accessKey
            let goOn = { @Sendable (trouble: WireError?) -> SuspendedRequest.Resumption in
                { try $0.read(route, envelope, caller) { try answer($0, $1, trouble) } }
            }
            return .suspended(
                SuspendedRequest(
                    method: route.method, caller: caller, patience: LedgerLimits.statusKeyWait,
                    work: { goOn(file.problem(hasSecrets: true)) },
                    late: goOn(file.silence(after: LedgerLimits.statusKeyWait))))
        case .act(let act):
            return try act(envelope, self, caller)
        }
    }

    /// Answers from the state: at once where that is quick, otherwise on another thread.
    private func read(
        _ route: Route, _ envelope: Envelope, _ caller: Caller,
        _ answer: @escaping @Sendable (Envelope, DeskView) throws -> RawJSON
    ) throws -> Outcome {
        guard route.cost.isQuick(state) else {
            return .later(
                Errand(cost: route.cost) { ledger in
                    ledger.view(of: route, by: caller).work { try answer(envelope, $0) }
                })
        }
        return .reply(try answer(envelope, view(of: route, by: caller)), after: state.sequence)
    }

    /// The view of a request as its caller may see the desk now.
    private func view(of route: Route, by caller: Caller) -> DeskView {
        view(at: clock.now, for: acting(caller, for: route.method))
    }

    /// Makes a change and answers it.
    func change(
        _ mutation: Mutation, _ envelope: Envelope, _ caller: Caller, _ acting: Acting? = nil
    ) throws -> Outcome {
        let reply = try perform(ChangeRequest(envelope, by: caller, as: acting) { _ in mutation })
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
                case .login(let wish): .suspended(ledger.suspend(wish, envelope, caller))
                }
            }
        }
        return SuspendedRequest(
            method: route.method, caller: caller, work: { goOn(wanted.read()) },
            late: goOn(wanted.refuse(settings.accessKey.silence())))
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
