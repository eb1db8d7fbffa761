import Crypto
import FoundationEssentials
import SupportJSON
package import SupportModel
import SupportSystem

// A box is base64 of nonce (12 bytes), ciphertext and tag (16 bytes) of ChaCha20-Poly1305.
//
// A secret is sealed with the key of its client. The plaintext is the secret, a byte 0x80, and zeros up
// to a multiple of 256 bytes, so that a box does not show how long a password is. Client, project, kind
// and the number of the record that set it are authenticated with it: a box that is moved to another
// place, or that takes the place of a later one, does not open.
//
// The key of a client is 32 random bytes, sealed with the desk's key; client and mark are authenticated
// with it. Releases before that sealed secrets with the desk's key and without the record's number.

/// A key that access data is sealed with (R6): the desk's, which seals the clients' keys, or a
/// client's, which seals secrets.
///
/// From its 32 bytes one key is derived for each use, and the mark by which boxes name it.
package struct CredentialKey: Sendable {
    /// How many bytes a key has.
    package static let bytesCount = 32

    /// Names the key in boxes and answers: 16 hexadecimal digits that reveal nothing of it.
    package let mark: String
    private let sealing: SymmetricKey
    private let wrapping: SymmetricKey
    private let digesting: SymmetricKey

    /// Nil for another number of bytes than `bytesCount`.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.bytesCount else { return nil }
        let root = SymmetricKey(data: bytes)
        sealing = Self.derived("seal", from: root)
        wrapping = Self.derived("wrap", from: root)
        digesting = Self.derived("digest", from: root)
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("mark".utf8), using: Self.derived("mark", from: root))
        mark = Hexadecimal.text(code.prefix(8))
    }

    /// Closes a secret for one place and the record that sets it, with a new random nonce.
    package func seal(
        _ secret: String, for place: CredentialPlace, inRecord sequence: UInt64
    ) throws -> SealedSecret {
        let box = try ChaChaPoly.seal(
            Self.padded(Array(secret.utf8)), using: sealing,
            authenticating: Self.binding(place, sequence))
        return SealedSecret(box: box.combined.base64EncodedString(), key: mark)
    }

    /// The secret that was closed for this place and record; nil where this key did not close it, or it
    /// was closed for another, or a bit of it is wrong.
    ///
    /// - Parameter sequence: nil for a secret that was sealed with the desk's key.
    package func open(
        _ sealed: SealedSecret, for place: CredentialPlace, inRecord sequence: UInt64?
    ) -> String? {
        guard
            let plain = Self.opened(sealed, with: sealing, Self.binding(place, sequence)),
            let end = plain.lastIndex(of: 0x80)
        else { return nil }
        return String(validating: plain[..<end], as: UTF8.self)
    }

    /// A new random key for a client, and how the journal holds it, sealed with this one.
    package func makeKey(
        of client: Name<Client>
    ) throws -> (key: CredentialKey, kept: ClientKey) {
        let bytes = try Randomness.bytes(Self.bytesCount)
        guard let key = CredentialKey(bytes) else { throw CryptoKitError.incorrectKeySize }
        return (key, try kept(bytes, key.mark, of: client))
    }

    /// The key of a client that was sealed with this one; nil where it does not open.
    package func unwrap(_ kept: ClientKey) -> CredentialKey? {
        bytes(of: kept).flatMap(CredentialKey.init)
    }

    /// The key of a client, sealed with this key in place of another one; nil where that did not seal it.
    package func rewrap(_ kept: ClientKey, from old: CredentialKey) throws -> ClientKey? {
        guard let bytes = old.bytes(of: kept) else { return nil }
        return try self.kept(bytes, kept.mark, of: kept.client)
    }

    private func kept(
        _ bytes: [UInt8], _ mark: String, of client: Name<Client>
    ) throws -> ClientKey {
        let box = try ChaChaPoly.seal(
            bytes, using: wrapping, authenticating: Self.binding(client, mark))
        let wrapped = SealedSecret(box: box.combined.base64EncodedString(), key: self.mark)
        return ClientKey(client: client, mark: mark, wrapped: wrapped)
    }

    private func bytes(of kept: ClientKey) -> [UInt8]? {
        Self.opened(kept.wrapped, with: wrapping, Self.binding(kept.client, kept.mark))
            .map(Array.init)
    }

    /// A digest of bytes with a secret among them, 32 hexadecimal digits: without the key nobody can
    /// try out which secret it was.
    package func digest(_ parts: [[UInt8]]) -> String {
        var code = HMAC<SHA256>(key: digesting)
        for part in parts {
            code.update(data: part)
            code.update(data: [0])
        }
        return Hexadecimal.text(code.finalize().prefix(16))
    }

    private static func opened(
        _ sealed: SealedSecret, with key: SymmetricKey, _ binding: [UInt8]
    ) -> Data? {
        guard let bytes = Data(base64Encoded: sealed.box),
            let box = try? ChaChaPoly.SealedBox(combined: bytes)
        else { return nil }
        return try? ChaChaPoly.open(box, using: key, authenticating: binding)
    }

    private static func derived(_ use: String, from root: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Array("supportd access \(use) 1".utf8),
            outputByteCount: bytesCount)
    }

    /// No part can hold a zero byte, and no project's name is empty.
    private static func binding(_ place: CredentialPlace, _ sequence: UInt64?) -> [UInt8] {
        let parts = [place.client.text, place.project ?? "", place.kind.rawValue]
        guard let sequence else { return joined(["supportd access 1"] + parts) }
        return joined(["supportd access 2"] + parts + [String(sequence)])
    }

    private static func binding(_ client: Name<Client>, _ mark: String) -> [UInt8] {
        joined(["supportd client key 1", client.text, mark])
    }

    private static func joined(_ parts: [String]) -> [UInt8] {
        Array(parts.joined(separator: "\0").utf8)
    }

    private static func padded(_ secret: [UInt8]) -> [UInt8] {
        let rest = (secret.count + 1) % 256
        return secret + [0x80] + [UInt8](repeating: 0, count: rest == 0 ? 0 : 256 - rest)
    }
}
