package import SupportJSON
import SupportModel
package import SupportWire

/// A request to change the desk, ready to be decided.
package struct Mutation: Sendable {
    /// The events to be recorded, and the answer.
    struct Decided: Sendable {
        let events: [Event]
        /// Makes the answer's JSON from the desk with the events applied.
        let answer: @Sendable (_ desk: DeskView, _ isDryRun: Bool) throws -> RawJSON
        /// The same decision on a later state than that on which it was made; nil where it has to be
        /// made anew.
        let rebase: @Sendable (_ base: State, _ state: State) -> Decided?
    }

    /// Decides by the rules of the model; the state is not changed.
    let decide: @Sendable (State, Context) throws(Refusal) -> Decided
    /// The digest of the request for an idempotency key, if it holds a secret; nil: a plain digest.
    let digest: (@Sendable ([[UInt8]]) -> String)?

    /// A mutation of a command and the answer to its decision.
    init<Asked: Command>(
        _ command: Asked, digest: (@Sendable ([[UInt8]]) -> String)? = nil,
        answer: @escaping @Sendable (Done<Asked.Made>) throws -> RawJSON
    ) {
        self.digest = digest
        decide = { (state, context) throws(Refusal) in
            Decided(try state.decide(command, in: context), answer) { _, _ in nil }
        }
    }

    /// A command that another thread decides, with the answer that its decision gets.
    init<Asked: LongCommand>(
        long command: Asked, answer: @escaping @Sendable (Done<Asked.Made>) throws -> RawJSON
    ) {
        digest = nil
        decide = { (state, context) throws(Refusal) in
            Self.decided(try state.decide(command, in: context), of: command, answer)
        }
    }

    private static func decided<Asked: LongCommand>(
        _ decision: Decision<Asked.Made>, of command: Asked,
        _ answer: @escaping @Sendable (Done<Asked.Made>) throws -> RawJSON
    ) -> Decided {
        Decided(decision, answer) { base, state in
            command.rebase(decision, from: base, onto: state).map {
                decided($0, of: command, answer)
            }
        }
    }
}

extension Mutation.Decided {
    fileprivate init<Made>(
        _ decision: Decision<Made>, _ answer: @escaping @Sendable (Done<Made>) throws -> RawJSON,
        rebase: @escaping @Sendable (State, State) -> Self?
    ) {
        events = decision.events
        self.answer = { desk, isDryRun in
            try answer(
                Done(
                    made: decision.made, desk: desk, isDryRun: isDryRun,
                    isUnchanged: decision.events.isEmpty))
        }
        self.rebase = rebase
    }
}

/// The result of a decision, from which its answer is made.
struct Done<Made: Sendable> {
    /// The key of what was made or changed.
    let made: Made
    /// The desk afterwards; after a dry run, as it would be.
    let desk: DeskView
    /// Whether it was a dry run, of which nothing was recorded.
    let isDryRun: Bool
    /// Whether the desk was so already, and nothing was to be recorded.
    let isUnchanged: Bool

    /// The state afterwards.
    var state: State { desk.state }
}

/// The result of handling a request.
package enum Outcome: Sendable {
    /// The answer, to be sent once this record is durable.
    case reply(RawJSON, after: UInt64)
    /// An error, to be sent once this record is durable.
    case error(WireError, after: UInt64)
    /// Work for another thread, in its turn.
    case later(Errand)
    /// No result yet: another thread has to do work first.
    case suspended(SuspendedRequest)
    /// The connection streams records from now on.
    case watch(Watch)
}

/// A request for a change with the options that every change takes.
struct ChangeRequest: Sendable {
    let mutation: Mutation
    let options: MutationOptions
    let key: RequestKey?
    let method: String
    let caller: Caller
    /// As whom they make it; nil where that is still to be found.
    let acting: Acting?

    /// Reads a request; one that may be long on another thread.
    init(
        _ envelope: Envelope, by caller: Caller, as acting: Acting? = nil,
        _ read: @Sendable (Envelope) throws -> Mutation
    ) throws {
        let mutation = try read(envelope)
        options = try envelope.options()
        key = options.idempotencyKey.map {
            RequestKey($0, of: envelope, by: caller, digest: mutation.digest)
        }
        self.mutation = mutation
        method = envelope.method
        (self.caller, self.acting) = (caller, acting)
    }

    /// Whether nothing is to be recorded.
    var isDryRun: Bool { options.dryRun ?? false }

    /// The answer that its key was given before; nil for a dry run and without a key.
    func storedAnswer(in state: State) throws -> RawJSON? {
        isDryRun ? nil : try key.flatMap { try state.answer(to: $0) }
    }
}
