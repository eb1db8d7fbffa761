import Crypto
package import SupportJSON
package import SupportModel
package import SupportWire

/// A request to change the desk, ready to be decided.
package struct Mutation: Sendable {
    /// What is to be recorded, and how it is answered.
    struct Decided: Sendable {
        let events: [Event]
        /// The answer's JSON, made of the desk with the events applied.
        let answer: @Sendable (_ desk: DeskView, _ isDryRun: Bool) throws -> RawJSON
    }

    /// Asks the rules; the state stays as it is.
    let decide: @Sendable (State, Context) throws(Refusal) -> Decided
    /// How an idempotency key digests the request, where it holds a secret; nil: a plain digest.
    let digest: (@Sendable ([[UInt8]]) -> String)?

    /// A command with the answer that its decision gets.
    init<Asked: Command>(
        _ command: Asked, digest: (@Sendable ([[UInt8]]) -> String)? = nil,
        answer: @escaping @Sendable (Done<Asked.Made>) throws -> RawJSON
    ) {
        self.digest = digest
        decide = { (state, context) throws(Refusal) in
            let decision = try state.decide(command, in: context)
            return Decided(events: decision.events) { desk, isDryRun in
                try answer(Done(made: decision.made, desk: desk, isDryRun: isDryRun))
            }
        }
    }
}

/// What came of a decision: what its answer is made of.
struct Done<Made: Sendable> {
    /// What was made or changed.
    let made: Made
    /// The desk afterwards; after a dry run, as it would be.
    let desk: DeskView
    /// Whether it was only said what would come of it: nothing was recorded.
    let isDryRun: Bool

    /// The state afterwards.
    var state: State { desk.state }
}

/// What the ledger makes of a request.
package enum Outcome: Sendable {
    /// The answer, to be sent once this record is durable.
    case reply(RawJSON, after: UInt64)
    /// An error, which saw this state.
    case error(WireError, after: UInt64)
    /// Work for another thread, when its turn comes.
    case later(Errand)
    /// Nothing yet: another thread does something first.
    case suspended(SuspendedRequest)
    /// The connection streams records from now on, after this sequence number.
    case watch(since: UInt64)
}

/// Who is at the other end of a connection, as the kernel says, and what they may do.
///
/// The one place where rights are decided. The first set: the daemon's owner and root may do
/// everything, everybody else who can reach the socket may read.
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

    /// How the journal names the caller.
    package var principal: Principal { .user(uid: uid, name: name) }

    /// Refuses what the caller has no right to.
    package func expect(_ permission: Permission, for method: String) throws(WireError) {
        switch permission {
        case .read: return
        case .write, .operate:
            guard isOwner else { throw .notPermitted(method, "\(name) (uid \(uid))") }
        }
    }
}

/// An idempotency key as the desk remembers it: whose, and for which request.
package struct RequestKey: Sendable {
    /// As the caller gave it.
    package let given: String
    /// `1000/import-7`: no user can meet another's key.
    package let name: String
    /// A digest of the method and its parameters, however they were written.
    package let digest: String
    private let written: @Sendable () -> String

    /// What a digest begins with that does not depend on how the request was written.
    private static let canonicalMark = "2:"

    /// The key of a request, with everything that the request says besides the key itself.
    ///
    /// - Parameter digest: of the method and its parameters, 32 hexadecimal digits; in place of a
    ///   plain one, for a request that holds a secret.
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

    /// Whether an answer was kept for the same request.
    ///
    /// Releases up to 0.1 kept a digest of the bytes as they came, and a journal may hold one: that
    /// one asks for the same bytes again.
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
