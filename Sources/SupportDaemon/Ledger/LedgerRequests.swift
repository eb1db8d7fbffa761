import SupportJSON
import SupportModel
import SupportStore
package import SupportWire

/// Answering requests: rights, the table of methods, and what kind of work each is.
extension Ledger {
    /// Makes of a request what it is: an answer, an error, or work for another thread.
    package func handle(_ envelope: Envelope, by caller: Caller) -> Outcome {
        settle()
        do {
            guard let route = Routes.byMethod[envelope.method] else {
                throw WireError(.unknown(.method, String(envelope.method.prefix(64))))
            }
            try caller.expect(route.access, for: route.method)
            return try run(route, envelope, caller)
        } catch {
            note(error, envelope.method, caller)
            return .error(Self.wireError(error, envelope.method), after: state.sequence)
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
                        return { try answer(envelope, view) }
                    })
            }
            let reply = try answer(envelope, view(at: clock.now))
            return .reply(reply, after: state.sequence)
        case .errand(let begin):
            return .later(Errand(cost: route.cost) { try begin(envelope, $0) })
        case .mutation(let prepare):
            let options = try envelope.options()
            let mutation = try prepare(envelope, view(at: clock.now))
            let key = options.idempotencyKey.map {
                RequestKey($0, of: envelope, by: caller, digest: mutation.digest)
            }
            let reply = try perform(
                mutation, by: caller, key: key, ifVersion: options.ifVersion)
            return .reply(reply, after: state.sequence)
        case .act(let act):
            return try act(envelope, self)
        }
    }

    /// The wire's form of whatever a handler threw.
    static func wireError(_ error: any Error, _ method: String) -> WireError {
        switch error {
        case let error as WireError: error
        case let refusal as Refusal: WireError(refusal)
        case let fault as StoreFault where fault.isLackOfSpace:
            .cannotStore(LedgerWords.noRoom)
        case let fault as StoreFault where fault.isDamage:
            .journalDamaged(fault.sentence, wayOut: LedgerWords.repair)
        case let fault as StoreFault:
            WireError(
                .refused, "internal", "\(method) failed: \(fault.sentence)",
                wayOut: LedgerWords.wayOut(of: fault))
        default: WireError(.refused, "internal", "\(method) failed: \(error)")
        }
    }
}
