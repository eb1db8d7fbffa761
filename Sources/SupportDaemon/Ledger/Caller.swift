import Crypto
import SupportJSON
package import SupportModel
package import SupportWire

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
        (self.uid, self.name) = (uid, name)
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

extension State {
    /// The stored answer to a repeated request; the same key with another body is refused.
    func answer(to key: RequestKey) throws -> RawJSON? {
        guard let stored = answers.answer(key.name) else { return nil }
        guard key.isSame(as: stored.digest) else { throw Refusal.keyConflict(key: key.given) }
        return RawJSON(trusting: Array(stored.reply.utf8))
    }
}
