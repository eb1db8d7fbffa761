import Crypto
import SupportJSON
package import SupportWire

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
        return hash.finalize().prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
