import Crypto
import FoundationEssentials
import SupportJSON
package import SupportModel
import SupportWire

// A box is base64 of nonce (12 bytes), ciphertext and tag (16 bytes) of ChaCha20-Poly1305. The
// plaintext is the secret, a byte 0x80, and zeros up to a multiple of 256 bytes, so that a box does
// not show how long a password is. Client, project and kind are authenticated with it: a box that is
// moved to another place does not open.

/// The key that the secrets of clients are sealed with (R6).
///
/// From its 32 bytes one key is derived for each use, and the mark by which boxes name it.
package struct CredentialKey: Sendable {
    /// How many bytes a key has.
    package static let bytesCount = 32

    /// Names the key in boxes and answers: 16 hexadecimal digits that reveal nothing of it.
    package let mark: String
    private let sealing: SymmetricKey
    private let digesting: SymmetricKey

    /// Nil for another number of bytes than `bytesCount`.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.bytesCount else { return nil }
        let root = SymmetricKey(data: bytes)
        sealing = Self.derived("seal", from: root)
        digesting = Self.derived("digest", from: root)
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("mark".utf8), using: Self.derived("mark", from: root))
        mark = Hexadecimal.text(code.prefix(8))
    }

    /// Closes a secret for one place, with a new random nonce.
    package func seal(_ secret: String, for place: CredentialPlace) throws -> SealedSecret {
        let box = try ChaChaPoly.seal(
            Self.padded(Array(secret.utf8)), using: sealing, authenticating: Self.binding(place))
        return SealedSecret(box: box.combined.base64EncodedString(), key: mark)
    }

    /// The secret that was closed for this place; nil where this key did not close it, or it was
    /// closed for another place, or a bit of it is wrong.
    package func open(_ sealed: SealedSecret, for place: CredentialPlace) -> String? {
        guard let bytes = Data(base64Encoded: sealed.box),
            let box = try? ChaChaPoly.SealedBox(combined: bytes),
            let plain = try? ChaChaPoly.open(
                box, using: sealing, authenticating: Self.binding(place)),
            let end = plain.lastIndex(of: 0x80)
        else { return nil }
        return String(validating: plain[..<end], as: UTF8.self)
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

    private static func derived(_ use: String, from root: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: root, info: Array("supportd access \(use) 1".utf8),
            outputByteCount: bytesCount)
    }

    /// No part can hold a zero byte, and no project's name is empty.
    private static func binding(_ place: CredentialPlace) -> [UInt8] {
        let parts = [
            "supportd access 1", place.client.text, place.project ?? "", place.kind.rawValue,
        ]
        return Array(parts.joined(separator: "\0").utf8)
    }

    private static func padded(_ secret: [UInt8]) -> [UInt8] {
        let rest = (secret.count + 1) % 256
        return secret + [0x80] + [UInt8](repeating: 0, count: rest == 0 ? 0 : 256 - rest)
    }
}

/// The key in use and, while a change of keys is under way, the one before it (R6).
package struct CredentialKeys: Sendable {
    /// What seals.
    package let current: CredentialKey
    /// What still opens, and seals no more.
    package let old: CredentialKey?

    /// Why a kept secret does not open; nil where it does.
    func trouble(of entry: Credential) -> String? {
        guard let key = key(of: entry) else {
            return
                "it was sealed with key \(entry.sealed.key), and the desk has key \(current.mark)"
        }
        guard key.open(entry.sealed, for: entry.place) != nil else {
            return "it is damaged, or was sealed for another place"
        }
        return nil
    }

    /// The secret of an access; refused where it does not open.
    func secret(of entry: Credential) throws(WireError) -> SecretText {
        guard let text = key(of: entry)?.open(entry.sealed, for: entry.place) else {
            throw .accessSealed(
                entry.place.description, trouble(of: entry) ?? "it is damaged")
        }
        return SecretText(text)
    }

    /// A secret that is kept, closed anew with the key in use; refused where it does not open.
    func resealed(_ entry: Credential) throws(WireError) -> SealedSecret {
        let secret = try secret(of: entry)
        do {
            return try current.seal(secret.text, for: entry.place)
        } catch {
            throw .accessSealed(entry.place.description, "\(error)")
        }
    }

    /// Refuses to seal beside secrets none of which these keys have sealed: somebody has put a
    /// wrong file in the key's place.
    func expectFamiliar(_ kept: some Sequence<Credential>) throws(WireError) {
        var other: Credential?
        for entry in kept {
            if key(of: entry) != nil { return }
            other = entry
        }
        guard let other else { return }
        throw .accessKey(
            "the desk has key \(current.mark), which sealed none of the secrets that are kept; "
                + "the \(other.place) names key \(other.sealed.key)",
            hint: "put that key back, or remove what nobody can read any more")
    }

    /// The key that sealed an access, by its mark; nil where it is not at hand.
    private func key(of entry: Credential) -> CredentialKey? {
        if entry.sealed.key == current.mark { return current }
        return entry.sealed.key == old?.mark ? old : nil
    }
}
