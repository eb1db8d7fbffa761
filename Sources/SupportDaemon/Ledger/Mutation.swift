import Crypto
package import SupportJSON
package import SupportModel
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
            try answer(Done(made: decision.made, desk: desk, isDryRun: isDryRun))
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
    /// The connection streams records from now on, after this sequence number.
    case watch(since: UInt64)
}

/// The peer of a connection, as the kernel identifies it, and its permissions.
///
/// The only place where permissions are decided: the daemon's owner and root may do everything, all
/// others who can connect to the socket may read.
package struct Caller: Hashable, Sendable {
    /// The user number.
    package let uid: UInt32
    /// The user's name when the connection was made.
    package let name: String
    /// Whether it is root or the user that the daemon runs as.
    package let isOwner: Bool

    /// - Parameter owner: the user that the daemon runs as.
    package init(uid: UInt32, name: String, owner: UInt32) {
        self.uid = uid
        self.name = name
        isOwner = Self.isOwner(uid, owner: owner)
    }

    /// Whether a user is root or the one that the daemon runs as.
    static func isOwner(_ uid: UInt32, owner: UInt32) -> Bool { uid == owner || uid == 0 }

    /// The caller as the journal records it.
    package var principal: Principal { .user(uid: uid, name: name) }

    /// Refuses a method for which the caller lacks the permission.
    package func expect(_ permission: Permission, for method: String) throws(WireError) {
        switch permission {
        case .read: return
        case .write, .operate:
            guard isOwner else { throw .notPermitted(method, "\(name) (uid \(uid))") }
        }
    }
}

/// An idempotency key as the desk keeps it: its user, and the request that it was used for.
package struct RequestKey: Sendable {
    /// The key as the caller gave it.
    package let given: String
    /// `1000/import-7`, so that keys of different users are distinct.
    package let name: String
    /// A digest of the method and its parameters that does not depend on how they were written.
    package let digest: String
    private let written: @Sendable () -> String

    /// The prefix of a digest that does not depend on how the request was written.
    private static let canonicalMark = "2:"

    /// The key of a request, with the request's content without the key itself.
    ///
    /// - Parameter digest: a digest of the method and its parameters, 32 hexadecimal digits, that
    ///   replaces the plain one for a request that holds a secret.
    package init(
        _ given: String, of envelope: Envelope, by caller: Caller,
        digest: (@Sendable ([[UInt8]]) -> String)? = nil
    ) {
        self.given = given
        name = "\(caller.uid)/\(given)"
        let digest = digest ?? Self.plainDigest
        let method = Array(envelope.method.utf8)
        let canonical = envelope.params.map {
            CanonicalJSON.bytes(of: $0, without: [MutationOptions.keyMember])
        }
        self.digest = Self.canonicalMark + digest([method, canonical ?? Array("{}".utf8)])
        written = { digest([method, Array(envelope.params?.rawBytes ?? [])]) }
    }

    /// Whether a stored digest is of the same request.
    ///
    /// Releases up to 0.1 stored a digest of the bytes as received, and a journal may hold one: it
    /// matches only the same bytes.
    package func isSame(as stored: String) -> Bool {
        stored.hasPrefix(Self.canonicalMark) ? stored == digest : stored == written()
    }

    private static func plainDigest(_ parts: [[UInt8]]) -> String {
        var hash = SHA256()
        for (place, part) in parts.enumerated() {
            if place > 0 { hash.update(data: [0]) }
            hash.update(data: part)
        }
        return Hexadecimal.text(hash.finalize().prefix(16))
    }
}
