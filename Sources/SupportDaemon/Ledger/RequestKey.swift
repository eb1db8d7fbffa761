import Crypto
import SupportJSON
package import SupportWire

/// An idempotency key as the desk remembers it: whose, and for which request.
package struct RequestKey: Hashable, Sendable {
    /// As the caller gave it.
    package let given: String
    /// `1000/import-7`: no user can meet another's key.
    package let name: String
    /// A digest of the method and its parameters.
    package let digest: String

    /// The key of a request, with everything that the request says.
    ///
    /// - Parameter digest: in place of a plain one, for a request that holds a secret.
    package init(
        _ given: String, of envelope: Envelope, by caller: Caller, digest: String? = nil
    ) {
        self.given = given
        name = "\(caller.uid)/\(given)"
        self.digest = digest ?? Self.digest(of: envelope)
    }

    private static func digest(of envelope: Envelope) -> String {
        var hash = SHA256()
        hash.update(data: Array(envelope.method.utf8))
        hash.update(data: [0])
        if let params = envelope.params { hash.update(data: Array(params.rawBytes)) }
        return hash.finalize().prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
