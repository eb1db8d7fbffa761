import Crypto
import SupportJSON
import SupportModel
package import SupportWire

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
