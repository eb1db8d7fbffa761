/// One access that a project has handed over (R6): user and address in plain text, the secret
/// sealed.
package struct Credential: CredentialNaming, Hashable, Sendable, Codable {
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
    /// The user to log in as; nil if not given.
    package var user: String?
    /// The URL or host; nil if not given.
    package var address: String?
    /// The password or key, which only the desk can decrypt.
    package var sealed: SealedSecret
    /// When it was handed over, or last replaced.
    package var setAt: Instant
    /// Who entered it then.
    package var setBy: Principal
    /// How often it was revealed since.
    package var looks: Int
    /// The last time that it was revealed.
    package var lastLook: CredentialUse?
    /// The sequence number of the record that last changed it; revealing it is no change.
    package var version: UInt64
}

/// A secret as the journal holds it: encrypted with a key that is stored outside of the journal
/// (R6).
///
/// The model neither encrypts nor decrypts it.
package struct SealedSecret: Hashable, Sendable, Codable {
    /// Base64 of nonce, ciphertext and tag; empty in answers and in the log.
    package var box: String
    /// The public mark of the key that encrypted it, from which the key cannot be computed: its
    /// client's, or the desk's for a client's key and for what releases before client keys sealed.
    package var key: String

    /// A box and the mark of the key that encrypted it.
    package init(box: String, key: String) {
        (self.box, self.key) = (box, key)
    }
}

/// A refusal of access data.
package enum CredentialRule: Hashable, Sendable, CaseIterable {
    /// The address contains a password, although addresses are not kept secret.
    case passwordInAddress
    /// The secret is empty.
    case secretEmpty
    /// The secret has more than `Limits.secretBytesMax` bytes.
    case secretTooLong
    /// The secret is not text.
    case secretNotText
    /// The access does not say where to log in, or as whom.
    case loginUnknown
    /// The address is not one that this kind of access is tried at.
    case loginElsewhere
}

/// The rule for a secret (R6): a password or a private key, as text.
///
/// A refusal never contains any part of the secret.
package enum SecretRule {
    /// Refuses a secret that is empty, too long or not text; everything else is kept unchanged.
    package static func check(_ secret: String) throws(Refusal) {
        guard !BoundedText.isBlank(secret) else {
            throw .invalid(.secret, .credential(.secretEmpty))
        }
        guard secret.utf8.count <= Limits.secretBytesMax else {
            throw .invalid(.secret, .credential(.secretTooLong))
        }
        guard PrintableText.isLines(secret) else {
            throw .invalid(.secret, .credential(.secretNotText))
        }
    }
}
