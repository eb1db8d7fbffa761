import Crypto
import FoundationEssentials

// A hand-over is sealed with a key that both sides compute from the worker's public key, which its hello
// brings, and from a key pair that the desk makes for this one hand-over and forgets: X25519, then
// HKDF-SHA-256, then ChaCha20-Poly1305. The address and the user that the secret is for are authenticated
// with it.

/// A secret on its way from the desk to one worker: neither a queue nor a socket holds it in plain.
package struct SealedHandover: Hashable, Sendable, Codable {
    /// Base64 of the desk's public key for this hand-over.
    package var key: String
    /// Base64 of nonce, ciphertext and tag.
    package var box: String

    /// Seals a secret for the worker with this public key, in base64; nil where that is no key.
    package init?(_ secret: String, for worker: String, context: String) {
        guard let bytes = Data(base64Encoded: worker),
            let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
        else { return nil }
        let own = Curve25519.KeyAgreement.PrivateKey()
        guard let agreed = try? own.sharedSecretFromKeyAgreement(with: theirs),
            let box = try? ChaChaPoly.seal(
                Array(secret.utf8), using: Self.sealingKey(agreed),
                authenticating: Array(context.utf8))
        else { return nil }
        key = own.publicKey.rawRepresentation.base64EncodedString()
        self.box = box.combined.base64EncodedString()
    }

    fileprivate static func sealingKey(_ agreed: SharedSecret) -> SymmetricKey {
        agreed.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: [UInt8](), sharedInfo: Array("supportd hand-over 1".utf8),
            outputByteCount: 32)
    }
}

/// The private half of a worker's key for hand-overs, which lives as long as its process.
package struct HandoverKey: Sendable {
    private let key = Curve25519.KeyAgreement.PrivateKey()

    /// A new random key.
    package init() {}

    /// The public half, in base64.
    package var publicKey: String { key.publicKey.rawRepresentation.base64EncodedString() }

    /// The secret that was sealed with this key's public half for the same context; nil where it was
    /// not, or a bit of it is wrong.
    package func open(_ sealed: SealedHandover, context: String) -> String? {
        guard let bytes = Data(base64Encoded: sealed.key),
            let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
            let agreed = try? key.sharedSecretFromKeyAgreement(with: theirs),
            let combined = Data(base64Encoded: sealed.box),
            let box = try? ChaChaPoly.SealedBox(combined: combined),
            let plain = try? ChaChaPoly.open(
                box, using: SealedHandover.sealingKey(agreed),
                authenticating: Array(context.utf8))
        else { return nil }
        return String(validating: plain, as: UTF8.self)
    }
}
